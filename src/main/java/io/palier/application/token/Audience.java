package io.palier.application.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What tokens are asked for. App-only clients ask for the directory's API, others for Partner Center's; each also goes by
 * the id of its application (accounts contract 1.1). All of them open the same API.
 */
enum Audience {
    DIRECTORY("https://graph.windows.net"),
    DIRECTORY_ID("00000002-0000-0000-c000-000000000000"),
    PARTNER_CENTER("https://api.partnercenter.microsoft.com"),
    PARTNER_CENTER_ID("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd"),
    /** Where price sheets are downloaded from. */
    PRICES("https://api.partner.microsoft.com");

    private final String text;

    Audience(String text) {
        this.text = text;
    }

    /** The value of the claim {@code aud}. */
    String text() {
        return text;
    }

    boolean isPartnerCenter() {
        return this == PARTNER_CENTER || this == PARTNER_CENTER_ID;
    }

    /** Upper case and slashes at the end do not matter. */
    static Optional<Audience> find(String asked) {
        var plain = asked.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        return Arrays.stream(values())
                .filter(audience -> audience.text.equals(plain))
                .findFirst();
    }
}
