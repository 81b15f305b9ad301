package io.palier.api.web;

import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of sentences in answers: header {@code X-Locale}, English if it is none of ours. */
final class Locales {
    static final String HEADER = "X-Locale";

    private Locales() {}

    static Locale of(HttpServletRequest request) {
        var wanted = request.getHeader(HEADER);
        return wanted == null
                ? Locale.ENGLISH
                : Languages.find(Locale.forLanguageTag(wanted).getLanguage()).orElse(Locale.ENGLISH);
    }
}
