package io.palier.application.domain;

import io.palier.shared.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Where browsers may be sent back to with a code: https anywhere, plain http on this very device only (RFC 8252). */
public final class RedirectAddresses {
    private static final int MOST = 20;
    private static final int LONGEST = 300;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectAddresses() {}

    /**
     * Insists on addresses that a browser can be sent back to.
     *
     * @throws Refusal invalid, field {@code redirectAddresses}, with the first address that is not allowed
     */
    public static void check(List<String> addresses) {
        if (addresses.size() > MOST) {
            throw Refusal.invalid("redirectAddresses", "application.too-many-addresses", MOST);
        }
        addresses.stream().filter(address -> !isAllowed(address)).findFirst().ifPresent(address -> {
            throw Refusal.invalid("redirectAddresses", "application.address", address);
        });
    }

    private static boolean isAllowed(String address) {
        try {
            var uri = new URI(address);
            return address.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
