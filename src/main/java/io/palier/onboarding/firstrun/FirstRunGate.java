package io.palier.onboarding.firstrun;

import io.palier.shared.web.StaticFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the installation is set up, every page leads to the one that does it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FirstRunGate extends OncePerRequestFilter {
    private static final List<String> OPEN =
            List.of("/set-up", "/address-fields", "/language", "/error", "/actuator/health");

    private final FirstRun firstRun;

    FirstRunGate(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOpen(request.getRequestURI()) && firstRun.isNeeded()) {
            response.sendRedirect("/set-up");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isOpen(String path) {
        return StaticFiles.include(path) || OPEN.stream().anyMatch(path::startsWith);
    }
}
