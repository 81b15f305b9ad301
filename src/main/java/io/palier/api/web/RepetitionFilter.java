package io.palier.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.api.Fault;
import io.palier.api.Reveals;
import io.palier.api.domain.Outcome;
import io.palier.api.domain.OutcomeKey;
import io.palier.api.domain.Repetition;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes every change that names a request id happen once; no body is larger than a megabyte. */
class RepetitionFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Repetition repetition;
    private final FaultWriter faults;
    private final ApiJson json;

    RepetitionFilter(Repetition repetition, FaultWriter faults, ApiJson json) {
        this.repetition = repetition;
        this.faults = faults;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var buffered = new BufferedRequest(request);
            if (Ids.sent(request, Ids.REQUEST) == null) {
                chain.doFilter(buffered, response);
                return;
            }
            var outcome = repetition.once(key(buffered), () -> answer(buffered, response, chain));
            write(outcome, response);
        } catch (Fault fault) {
            faults.write(fault, response);
        }
    }

    private static OutcomeKey key(BufferedRequest request) {
        var query = request.getQueryString();
        return OutcomeKey.of(
                CallerFilter.caller(request),
                String.valueOf(Ids.sent(request, Ids.REQUEST)),
                request.getMethod(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                request.body());
    }

    private Outcome answer(BufferedRequest request, HttpServletResponse response, FilterChain chain) {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        var body = new String(answer.getContentAsByteArray(), UTF_8);
        var reveals = request.getAttribute(Reveals.class.getName());
        boolean secret = reveals != null && answer.getStatus() < 400;
        return new Outcome(
                answer.getStatus(),
                answer.getHeader(HttpHeaders.LOCATION),
                secret ? without(body, reveals.toString()) : body,
                secret ? body : null);
    }

    private String without(String body, String field) {
        var tree = json.mapper().readTree(body);
        if (tree instanceof ObjectNode object) {
            object.remove(field);
        }
        return json.mapper().writeValueAsString(tree);
    }

    private static void write(Outcome outcome, HttpServletResponse response) throws IOException {
        response.setStatus(outcome.status());
        if (outcome.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, outcome.location());
        }
        var body = outcome.answer().getBytes(UTF_8);
        if (body.length > 0) {
            response.setContentType(ApiJsonConverter.CONTENT_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
