package io.palier.portal;

import io.palier.shared.web.StaticFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Style sheets, scripts and pictures are the same for everybody: they come without reading a session, so without the
 * database, also while that is away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaticFilesWithoutSession extends OncePerRequestFilter {
    /** Spring Session leaves alone what it believes to have seen already. */
    private static final String SEEN = SessionRepositoryFilter.class.getName() + ".FILTERED";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (StaticFiles.include(request.getRequestURI())) {
            request.setAttribute(SEEN, true);
        }
        chain.doFilter(request, response);
    }
}
