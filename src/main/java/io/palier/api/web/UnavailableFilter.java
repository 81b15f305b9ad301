package io.palier.api.web;

import io.palier.api.Fault;
import io.palier.platform.DatabaseGone;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells programs to try again while Palier starts or its database is away; before the portal answers with a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class UnavailableFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);
    private static final String STARTING = "Palier is starting; try again soon.";
    private static final String GONE = "The database is not there; try again soon.";

    private final ApplicationAvailability availability;
    private final FaultWriter faults;

    UnavailableFilter(ApplicationAvailability availability, FaultWriter faults) {
        this.availability = availability;
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.areOurs(ApiPaths.clean(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            answer(STARTING, request, response);
            return;
        }
        DatabaseGone.leave(request);
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (!DatabaseGone.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("The database cannot be reached: {}", e.getMessage());
            answer(GONE, request, response);
        }
    }

    private void answer(String why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        Ids.echo(request, response);
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        faults.write(new Fault(Fault.Code.UNAVAILABLE, why), response);
    }
}
