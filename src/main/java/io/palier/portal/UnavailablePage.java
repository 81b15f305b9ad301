package io.palier.portal;

import io.palier.platform.DatabaseGone;
import io.palier.shared.web.PagePolicy;
import io.palier.shared.web.StaticFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While Palier starts or its database is away even sessions cannot be read: answers 503 with a page that needs nothing
 * but itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnavailablePage extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnavailablePage.class);

    private final ApplicationAvailability availability;

    UnavailablePage(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.include(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            response.setHeader("Refresh", "2");
            answer(response, "starting", 2);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (DatabaseGone.isLeft(request) || !DatabaseGone.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("The database cannot be reached: {}", e.getMessage());
            response.reset();
            answer(response, "database-gone", 5);
        }
    }

    private static void answer(HttpServletResponse response, String page, int secondsToWait) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(secondsToWait));
        PagePolicy.beStrict(response);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(new ClassPathResource("templates/portal/" + page + ".html")
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
