package io.palier.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the server cannot read as fields, such as broken UTF-8 or two megabytes of text, gets a page that says so. Looked
 * for first: later, any filter that asks for a field would fail, and so would the page of the failure.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UnreadableRequest extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isFormOrQuery(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            say(unreadable.getErrorCode(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Bodies of other kinds are read by whom they are for. */
    private static boolean isFormOrQuery(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || type.startsWith("application/x-www-form-urlencoded");
    }

    private static void say(int status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.getRequestDispatcher("/error").forward(new WithoutFields(request), response);
    }

    private static final class WithoutFields extends HttpServletRequestWrapper {
        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
