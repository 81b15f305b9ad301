package io.palier.organization;

import io.palier.shared.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What customers are shown when they need help (portal reference 2.10). */
public record SupportProfile(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website) {
    public static final SupportProfile NONE = new SupportProfile(null, null, null);

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,130}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{6,30}");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(/[^\\s\"<>]*)?");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]{3,300}");

    /**
     * The same with nothing for blank texts. People click on it, so that it holds what it says and nothing else; programs
     * write websites without {@code https://}.
     *
     * @throws Refusal invalid, naming the field
     */
    public SupportProfile checked() {
        return new SupportProfile(
                checked("email", email, EMAIL, "organization.support-email"),
                checked("phone", phone, PHONE, "organization.support-phone"),
                checked("website", completed(website), WEBSITE, "organization.support-website"));
    }

    private static @Nullable String completed(@Nullable String website) {
        return website != null && BARE.matcher(website.strip()).matches() ? "https://" + website.strip() : website;
    }

    private static @Nullable String checked(String field, @Nullable String text, Pattern form, String code) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!form.matcher(text.strip()).matches()) {
            throw Refusal.invalid(field, code);
        }
        return text.strip();
    }
}
