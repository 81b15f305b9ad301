package io.palier.api.web;

import io.palier.api.ClientKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429, in that status' own shape, to who asks too much. The Java client would repeat at once and forever, so it
 * is made to wait instead (accounts contract 2.9 and 2.10).
 */
class ThrottleFilter extends OncePerRequestFilter {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Pattern CUSTOMER = Pattern.compile("(?i)^/v1/customers/([0-9a-f-]{36})(/.*)?$");

    private static final String TEST_EVENTS = "/webhooks/v1/registration/validationEvents";

    private final Throttle throttle;
    private final FaultWriter faults;

    ThrottleFilter(Throttle throttle, FaultWriter faults) {
        this.throttle = throttle;
        this.faults = faults;
    }

    private record TooMany(int statusCode, String message) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var organization = CallerFilter.caller(request).viewer().organization().value();
        var customer = customer(request);
        var wait = isTestEvent(request) ? throttle.takeTestEvent(organization) : throttle.take(organization, customer);
        if (!wait.isZero()
                && !isTestEvent(request)
                && ClientKind.of(request.getHeader(ClientKind.HEADER)) == ClientKind.JAVA_SDK) {
            wait = patiently(organization, customer, wait);
        }
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        int status = HttpStatus.TOO_MANY_REQUESTS.value();
        faults.write(
                status, new TooMany(status, "Rate limit is exceeded. Try again in " + seconds + " seconds."), response);
    }

    private Duration patiently(UUID organization, @Nullable String customer, Duration wait) {
        var left = LONGEST_WAIT;
        var next = wait;
        while (!next.isZero() && next.compareTo(left) <= 0) {
            try {
                Thread.sleep(next);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return next;
            }
            left = left.minus(next);
            next = throttle.take(organization, customer);
        }
        return next;
    }

    private static boolean isTestEvent(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equalsIgnoreCase(TEST_EVENTS);
    }

    private static @Nullable String customer(HttpServletRequest request) {
        var match = CUSTOMER.matcher(request.getRequestURI());
        return match.matches() ? match.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
