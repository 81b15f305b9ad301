package io.palier.application.token;

import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The first part of the authorization server's addresses: an organization, or a word for whichever it is. */
@Component
class Tenants {
    /** {@code adfs} is what the Java client is told to pass when it must not ask its own maker's servers first. */
    private static final Set<String> ANY = Set.of("common", "organizations", "adfs");

    private final Organizations organizations;

    Tenants(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Whether a tenant as written stands for the organization. */
    boolean isFor(String tenant, OrganizationId organization) {
        var plain = tenant.toLowerCase(Locale.ROOT);
        return ANY.contains(plain)
                || plain.equals(organization.toString())
                || organizations.domains(organization).contains(plain);
    }

    /** The organization a tenant names; empty for a word that stands for any, and for one nobody has. */
    Optional<OrganizationId> find(String tenant) {
        try {
            var id = new OrganizationId(UUID.fromString(tenant));
            return organizations.find(id).map(known -> id);
        } catch (IllegalArgumentException e) {
            return organizations.ofDomain(tenant);
        }
    }

    boolean isAny(String tenant) {
        return ANY.contains(tenant.toLowerCase(Locale.ROOT));
    }
}
