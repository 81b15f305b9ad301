package io.palier.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Cleans API requests before anything else sees them: Spring Security refuses the slashes that real clients repeat. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TolerantRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = ApiPaths.clean(request.getRequestURI());
        chain.doFilter(ApiPaths.areOurs(path) ? new TolerantRequest(request, path) : request, response);
    }
}
