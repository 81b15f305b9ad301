package io.palier.api.web;

import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.ListRequest;
import io.palier.application.Caller;
import io.palier.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What endpoints are handed: who calls, with which program, how a list is asked for, in which language. */
class ApiArguments implements HandlerMethodArgumentResolver {
    private static final String TOKEN = "MS-ContinuationToken";

    /** Behind the end of every list. */
    private static final int FAR = 1_000_000_000;

    private final ApiJson json;

    ApiArguments(ApiJson json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Caller.class
                || type == Viewer.class
                || type == ClientKind.class
                || type == ListRequest.class
                || type == Locale.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        var type = parameter.getParameterType();
        if (type == Caller.class) {
            return CallerFilter.caller(request);
        }
        if (type == Viewer.class) {
            return CallerFilter.caller(request).viewer();
        }
        if (type == ClientKind.class) {
            return ClientKind.of(request.getHeader(ClientKind.HEADER));
        }
        return type == Locale.class ? Locales.of(request) : list(request);
    }

    private ListRequest list(HttpServletRequest request) {
        var path = ApiPaths.withoutVersion(request.getRequestURI());
        var token = token(request);
        if (token != null) {
            return new ListRequest(
                    path,
                    token.size(),
                    0,
                    token.filterText(),
                    filter(token.filterText()),
                    token.sortField(),
                    token.descending(),
                    token.kept(),
                    token.after());
        }
        var filter = text(request, "filter");
        return new ListRequest(
                path,
                number(request, "size"),
                number(request, "offset"),
                filter,
                filter(filter),
                word(request, "sortField"),
                word(request, "sortDirection").toLowerCase(Locale.ROOT).startsWith("desc"),
                "",
                java.util.List.of());
    }

    /** A list that goes on from a token of somebody else would begin anew, and again. */
    private static ListRequest.@Nullable Token token(HttpServletRequest request) {
        var header = request.getHeader(TOKEN);
        var sent = header == null ? text(request, TOKEN) : header.strip();
        if (sent.isEmpty() || text(request, "seekOperation").equalsIgnoreCase("First")) {
            return null;
        }
        var token = ListRequest.read(sent);
        if (token == null) {
            throw new Fault(Fault.Code.INVALID_INPUT, "This continuation token was not given here.", TOKEN);
        }
        return token;
    }

    private @Nullable FieldFilter filter(String text) {
        return text.isBlank() ? null : FilterJson.read(json.mapper(), text);
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Without the quotes that the Java client puts around words. */
    private static String word(HttpServletRequest request, String name) {
        var text = text(request, name);
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static int number(HttpServletRequest request, String name) {
        var text = text(request, name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d+")) {
            throw new Fault(Fault.Code.INVALID_INPUT, "This is no number of items.", name);
        }
        return text.length() > 6 ? FAR : Integer.parseInt(text);
    }
}
