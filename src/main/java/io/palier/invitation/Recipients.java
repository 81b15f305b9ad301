package io.palier.invitation;

import io.palier.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people type several: by line, comma, semicolon or space; a repeated one counts once. */
public final class Recipients {
    /** How many can be asked at once. */
    public static final int MOST = 20;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,}");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    private Recipients() {}

    /**
     * The addresses in the order typed.
     *
     * @throws Refusal invalid, field {@code recipients}, naming the first address that is none, or if they are too many
     */
    public static List<String> parse(String typed) {
        var addresses = new LinkedHashMap<String, String>();
        for (var address : SEPARATOR.splitAsStream(typed.strip()).toList()) {
            if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
                throw Refusal.invalid(
                        "recipients",
                        "invitation.address",
                        address.length() > 80 ? address.substring(0, 80) + "…" : address);
            }
            addresses.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
        }
        if (addresses.size() > MOST) {
            throw tooMany();
        }
        return List.copyOf(addresses.values());
    }

    static Refusal tooMany() {
        return Refusal.invalid("recipients", "invitation.recipients", MOST);
    }
}
