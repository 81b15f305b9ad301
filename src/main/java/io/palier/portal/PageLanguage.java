package io.palier.portal;

import io.palier.identity.CurrentViewer;
import io.palier.identity.Viewer;
import io.palier.platform.Installation;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The person's language, else the browser's choice of before, else what the browser asks for, else the default. */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {
    private final Installation installation;

    PageLanguage(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(Viewer.class.getName()))
                .or(CurrentViewer::find)
                .map(Viewer::locale)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, Languages.COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(Languages::find))
                .or(() -> asked(request))
                .orElseGet(() -> installation.settings().defaultLanguage());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is set by its own page");
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            var ranges = Locale.LanguageRange.parse(header).stream().limit(20).collect(Collectors.toList());
            return Optional.ofNullable(Locale.lookup(ranges, Languages.ALL));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
