package io.palier.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two ids of a request, echoed, or made here for clients that send none. */
final class Ids {
    static final String REQUEST = "MS-RequestId";
    static final String CORRELATION = "MS-CorrelationId";

    private static final int LONGEST = 100;

    private Ids() {}

    /** The id that a client repeats when it retries; null if it sent none. */
    static @Nullable String sent(HttpServletRequest request, String header) {
        var id = request.getHeader(header);
        return id == null || id.isBlank() || id.length() > LONGEST || !id.matches("[\\x21-\\x7e]+") ? null : id;
    }

    static void echo(HttpServletRequest request, HttpServletResponse response) {
        echo(request, response, REQUEST);
        echo(request, response, CORRELATION);
    }

    private static void echo(HttpServletRequest request, HttpServletResponse response, String header) {
        var id = sent(request, header);
        response.setHeader(header, id == null ? UUID.randomUUID().toString() : id);
    }
}
