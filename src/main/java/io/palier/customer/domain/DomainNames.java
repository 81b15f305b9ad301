package io.palier.customer.domain;

import io.palier.organization.Organizations;
import io.palier.platform.Installation;
import io.palier.shared.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The rule of a customer's domain: letters and digits, then one of the installation's suffixes; nobody else's. */
@Component
public class DomainNames {
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[a-zA-Z0-9]+");

    private final Organizations organizations;
    private final Installation installation;
    private final int longest;

    DomainNames(
            Organizations organizations,
            Installation installation,
            @Value("${palier.customers.longest-domain-prefix:27}") int longest) {
        this.organizations = organizations;
        this.installation = installation;
        this.longest = longest;
    }

    /**
     * Insists on a well-formed domain of a known suffix that nobody has.
     *
     * @throws Refusal invalid, field {@code domainPrefix} or {@code domainSuffix}
     */
    public void check(String prefix, String suffix) {
        if (!LETTERS_AND_DIGITS.matcher(prefix).matches()) {
            throw Refusal.invalid("domainPrefix", "customer.domain-letters-and-digits");
        }
        if (prefix.length() > longest) {
            throw Refusal.invalid("domainPrefix", "customer.domain-too-long", longest);
        }
        if (!installation.settings().domainSuffixes().contains(suffix)) {
            throw Refusal.invalid("domainSuffix", "customer.domain-suffix-unknown");
        }
        if (!organizations.isFree((prefix + "." + suffix).toLowerCase(Locale.ROOT))) {
            throw taken();
        }
    }

    /** What a domain that somebody else has, or had a moment ago, is refused with. */
    public static Refusal taken() {
        return Refusal.invalid("domainPrefix", "organization.domain-taken");
    }
}
