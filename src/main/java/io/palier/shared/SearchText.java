package io.palier.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a search box: at most 100 characters, control characters dropped.
 *
 * @param typed as typed, trimmed; shown again in the box
 */
public record SearchText(String typed) {
    private static final int LONGEST = 100;

    public static SearchText of(@Nullable String text) {
        var clean = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
        return new SearchText(clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Lower case without accents, the way {@code search_text} columns are filled. */
    public String folded() {
        return fold(typed);
    }

    /** A LIKE pattern that finds the folded text anywhere; wildcards typed by the person stand for themselves. */
    public String pattern() {
        return "%" + prefix();
    }

    /** A LIKE pattern that finds what begins with the folded text. */
    public String prefix() {
        return folded().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Lower case, accents and ligatures removed: what search and sort columns hold. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
    }
}
