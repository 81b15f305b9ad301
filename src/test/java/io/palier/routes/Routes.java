package io.palier.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The portal's routes as they are mapped. */
@TestComponent
class Routes {
    private static final Pattern ALTERNATIVES = Pattern.compile("\\{[a-zA-Z]+:([a-z|-]+)}");

    private final RequestMappingHandlerMapping mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    List<Route> all() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (isPage(handler)) {
                for (var pattern : info.getPatternValues()) {
                    methods(info)
                            .forEach(method -> expand(pattern)
                                    .forEach(path -> routes.add(new Route(method, path, button(info), handler))));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    /** Tokens and their keys are asked for by programs, in the dialect of their protocol. */
    private static boolean isPage(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("io.palier")
                && handler.getBeanType() != BrokenPage.class
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
    }

    private static List<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
    }

    private static String button(RequestMappingInfo info) {
        return info.getParamsCondition().getExpressions().stream()
                .map(expression -> String.valueOf(expression.getName()))
                .findFirst()
                .orElse("");
    }

    /** {@code /{change:quantity|nickname}} is two routes. */
    private static List<String> expand(String pattern) {
        var found = ALTERNATIVES.matcher(pattern);
        if (!found.find()) {
            return List.of(pattern);
        }
        var paths = new ArrayList<String>();
        for (var word : found.group(1).split("\\|", -1)) {
            paths.addAll(expand(pattern.substring(0, found.start()) + word + pattern.substring(found.end())));
        }
        return paths;
    }
}
