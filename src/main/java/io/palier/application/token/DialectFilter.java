package io.palier.application.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands requests in the dialects of known clients to the authorization server in its own words. */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class DialectFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var dialect = Dialect.of(request.getRequestURI());
        if (dialect.isPresent()) {
            chain.doFilter(new DialectRequest(request, dialect.get()), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
