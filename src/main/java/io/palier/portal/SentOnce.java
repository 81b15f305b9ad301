package io.palier.portal;

import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form that is sent twice, by a double click or a lost connection, is done once: the second answer leads where the
 * first one led. Every form of a page carries the page’s own number, see {@link OnceField}; the same number with other
 * fields is another form.
 */
@Component
class SentOnce implements HandlerInterceptor, WebMvcConfigurer {
    private static final String BEGUN = SentOnce.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FormSubmissions submissions;

    SentOnce(FormSubmissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var number = request.getParameter(OnceField.NAME);
        if (number == null || !request.getMethod().equals("POST") || isByScript(request)) {
            return true;
        }
        var id = id(request);
        if (submissions.begin(id)) {
            request.setAttribute(BEGUN, id);
            return true;
        }
        var leadsTo = await(id).orElseThrow(() -> Refusal.conflict("form-being-sent"));
        if (leadsTo.isEmpty()) {
            throw Refusal.conflict("form-sent");
        }
        response.sendRedirect(leadsTo);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(BEGUN) instanceof String id)) {
            return;
        }
        var leadsTo = response.getHeader("Location");
        if (failure == null && response.getStatus() / 100 == 3 && leadsTo != null) {
            submissions.done(id, leadsTo);
        } else if (failure == null && isShownOnce(response)) {
            submissions.done(id, "");
        } else {
            submissions.forget(id);
        }
    }

    /** Fields that save themselves while they are typed into. */
    private static boolean isByScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || request.getHeader("X-Requested-With") != null;
    }

    /** Pages with a secret say so by these very words, all others have more of them. */
    private static boolean isShownOnce(HttpServletResponse response) {
        return response.getStatus() == HttpServletResponse.SC_OK
                && "no-store".equals(response.getHeader("Cache-Control"));
    }

    private Optional<String> await(String id) {
        for (var left = PATIENCE; left.isPositive(); left = left.minus(PAUSE)) {
            var outcome = submissions.outcome(id);
            if (outcome.isPresent()) {
                return outcome;
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(HttpServletRequest request) {
        var text = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                text.append('\0').append(name).append('\0').append(Arrays.toString(values));
            }
        });
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
