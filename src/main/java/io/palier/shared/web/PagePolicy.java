package io.palier.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** What a page may load, and where its forms may lead. */
public final class PagePolicy {
    private static final String HEADER = "Content-Security-Policy";
    private static final String TO_OURSELVES = "form-action 'self'";

    /** Of every page; no inline script or style, nothing from elsewhere. */
    public static final String USUAL = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; " + TO_OURSELVES + "; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private PagePolicy() {}

    /** The strictest headers, for pages that no security chain writes. */
    public static void beStrict(HttpServletResponse response) {
        response.setHeader(HEADER, USUAL);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
    }

    /** Allows forms of this page to be answered by a redirect to one of these origins: {@code https://example.com}. */
    public static void letFormsLeadTo(HttpServletResponse response, List<String> origins) {
        response.setHeader(HEADER, USUAL.replace(TO_OURSELVES, TO_OURSELVES + " " + String.join(" ", origins)));
    }
}
