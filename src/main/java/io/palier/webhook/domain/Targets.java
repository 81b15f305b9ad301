package io.palier.webhook.domain;

import io.palier.platform.Installation;
import io.palier.shared.Refusal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where deliveries may go: addresses of the public internet, by https. Installations for trying may list hosts of their
 * own network besides, also by http, in {@code palier.webhooks.local-hosts}.
 */
@Component
public class Targets {
    private static final int LONGEST = 2_000;

    private final Installation installation;
    private final Set<String> localHosts;

    Targets(Installation installation, @Value("${palier.webhooks.local-hosts:}") List<String> localHosts) {
        this.installation = installation;
        this.localHosts = Set.copyOf(localHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /**
     * Checks an address as far as that goes without asking for its host.
     *
     * @throws Refusal invalid, field {@code url}
     */
    public void check(String url) {
        if (url.length() > LONGEST) {
            throw refused();
        }
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean local = host != null && isLocal(host) && "http".equalsIgnoreCase(uri.getScheme());
            if (host == null || uri.getUserInfo() != null || uri.getFragment() != null || !(secure || local)) {
                throw refused();
            }
        } catch (java.net.URISyntaxException malformed) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.invalid("url", "webhook.url");
    }

    private boolean isLocal(String host) {
        return installation.settings().kind().isForTrying() && localHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * The addresses of a host, all of which may be spoken to. Who connects has to use these and not ask again: the
     * answer could be another by then.
     *
     * @throws UnknownHostException if there is no such host, or one of its addresses is not of the public internet
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (isLocal(host)) {
            return addresses;
        }
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new UnknownHostException(host + " is not on the public internet");
            }
        }
        return addresses;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xfe) == 0xfc;
            boolean translated = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff;
            return !uniqueLocal && !translated && !(first == 0 && second == 0);
        }
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocols = first == 192 && second == 0;
        return first != 0 && first < 240 && !shared && !benchmark && !protocols;
    }
}
