package io.palier.shared.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages everything exists in. */
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);
    public static final String COOKIE = "palier_language";

    private Languages() {}

    /** The languages to choose from, each with its name in itself. */
    public static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        ALL.forEach(language -> names.put(language.getLanguage(), language.getDisplayLanguage(language)));
        return names;
    }

    /** The supported language of a tag such as {@code fr} or {@code fr-CA}. */
    public static Optional<Locale> find(@Nullable String tag) {
        return tag == null
                ? Optional.empty()
                : ALL.stream()
                        .filter(known ->
                                Locale.forLanguageTag(tag).getLanguage().equals(known.getLanguage()))
                        .findFirst();
    }
}
