package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.platform.Installation;
import io.palier.platform.Installation.Settings;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.net.URI;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's door to the settings of the installation, and the rules they follow. */
@Service
@Transactional
public class InstallationSettings {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{3,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    private final Installation installation;
    private final AuditTrail audit;

    InstallationSettings(Installation installation, AuditTrail audit) {
        this.installation = installation;
        this.audit = audit;
    }

    /**
     * Changes the settings.
     *
     * @param currencies ISO codes parted by commas or spaces
     * @param suffixes domains parted by commas or spaces
     * @throws Refusal invalid, naming {@code publicAddress}, {@code currencies} or {@code suffixes}; changed meanwhile
     */
    public void change(
            Viewer viewer,
            int version,
            String publicAddress,
            String currencies,
            String suffixes,
            Locale language,
            boolean automaticApproval,
            boolean secondFactorForPartners) {
        viewer.require(Right.MANAGE_INSTALLATION);
        var before = installation.settings();
        var after = new Settings(
                before.kind(),
                before.isSetUp(),
                address(publicAddress),
                language,
                currencies(currencies),
                suffixes(suffixes),
                before.vendorOrDistributor(),
                automaticApproval,
                secondFactorForPartners,
                version);
        if (!installation.save(after)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(
                AuditEntry.of(viewer.actor(), "installation.settings-changed", "installation", viewer.organization())
                        .change("publicAddress", before.publicAddress(), after.publicAddress())
                        .change("language", before.defaultLanguage(), language)
                        .change("currencies", before.currencies(), after.currencies())
                        .change("suffixes", before.domainSuffixes(), after.domainSuffixes())
                        .change("automaticApproval", before.automaticApproval(), automaticApproval)
                        .change("secondFactorForPartners", before.secondFactorForPartners(), secondFactorForPartners));
    }

    /** An http or https address without path, query or trailing slash. */
    public static String address(String typed) {
        try {
            var address = URI.create(typed.strip().replaceAll("/+$", ""));
            var scheme = address.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawPath().isEmpty()
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address.toString();
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Refusal.invalid("publicAddress", "settings.public-address");
    }

    /** At least one ISO 4217 code, each once. */
    public static List<String> currencies(String typed) {
        var codes = parts(typed.toUpperCase(Locale.ROOT));
        for (var code : codes) {
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(known -> known.getCurrencyCode().equals(code))) {
                throw Refusal.invalid("currencies", "settings.currency", code);
            }
        }
        if (codes.isEmpty()) {
            throw Refusal.invalid("currencies", "settings.currency", typed);
        }
        return codes;
    }

    /** At least one domain, each once. */
    public static List<String> suffixes(String typed) {
        var domains = parts(typed.toLowerCase(Locale.ROOT));
        for (var domain : domains) {
            if (!DOMAIN.matcher(domain).matches()) {
                throw Refusal.invalid("suffixes", "settings.suffix", domain);
            }
        }
        if (domains.isEmpty()) {
            throw Refusal.invalid("suffixes", "settings.suffix", typed);
        }
        return domains;
    }

    private static List<String> parts(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
