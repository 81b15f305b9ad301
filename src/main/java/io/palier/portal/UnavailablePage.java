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
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * While Palier starts or its database is away even sessions cannot be read: answers 503 with a page that needs nothing
 * but itself, in both languages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnavailablePage extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnavailablePage.class);

    private final ApplicationAvailability availability;
    private final MessageSource messages;

    UnavailablePage(ApplicationAvailability availability, MessageSource messages) {
        this.availability = availability;
        this.messages = messages;
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
            answer(response, "database", 5);
        }
    }

    private void answer(HttpServletResponse response, String why, int secondsToWait) throws IOException {
        var page =
                new ClassPathResource("templates/portal/unavailable.html").getContentAsString(StandardCharsets.UTF_8);
        for (var language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (var part : List.of("title", "text")) {
                var sentence = messages.getMessage("portal.unavailable." + why + "." + part, null, language);
                page = page.replace(
                        "{" + language.getLanguage() + "." + part + "}", HtmlUtils.htmlEscape(sentence, "UTF-8"));
            }
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(secondsToWait));
        PagePolicy.beStrict(response);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page);
    }
}
