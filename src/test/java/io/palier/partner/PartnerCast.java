package io.palier.partner;

import io.palier.identity.AccountId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.UserView;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import io.palier.shared.Uuids;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizations and people for tests of this module. */
@TestComponent
class PartnerCast {
    private final Organizations organizations;
    private final Users users;
    private final JdbcClient jdbc;

    PartnerCast(Organizations organizations, Users users, JdbcClient jdbc) {
        this.organizations = organizations;
        this.users = users;
        this.jdbc = jdbc;
    }

    /** An organization; a reseller is enrolled, approved and has signed. */
    OrganizationId organization(OrganizationKind kind, String name, String country) {
        var id = register(kind, name, country);
        if (kind == OrganizationKind.INDIRECT_RESELLER) {
            enroll(id);
        }
        return id;
    }

    private void enroll(OrganizationId id) {
        jdbc.sql("""
                        insert into enrollment (organization_id, state, contact_first_name, contact_last_name, contact_email,
                            submitted_at)
                        values (:id, 'APPROVED', 'Some', 'Body', 'some@people.example', now())""").param("id", id.value()).update();
        jdbc.sql("""
                        insert into partner_agreement_signature (organization_id, agreement_id, agreement_number, signed_at)
                        values (:id, :id, 1, now())""").param("id", id.value()).update();
    }

    OrganizationId register(OrganizationKind kind, String name, String country) {
        return organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        name,
                        new Address(country, "1 rue de la Paix", null, "Paris", null, "75002"),
                        Locale.FRENCH,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                        null)
                .id();
    }

    /** Somebody with a password of their own. */
    Viewer person(OrganizationId organization, Role role, Locale language) {
        var view = organizations.get(organization);
        var name = Uuids.next() + "@people.example";
        var id = users.addWithPassword(
                new Actor(organization.value(), null, null),
                organization,
                new NewUser(name, null, "Some", "Body", "Some Body", Set.of(role), language),
                "correct horse battery",
                false);
        UserView user = users.get(organization, id);
        return new Viewer(
                new AccountId(user.account().value()),
                id,
                organization,
                view.kind(),
                view.name(),
                Set.of(role),
                name,
                "Some Body",
                language,
                ZoneOffset.UTC,
                true,
                false);
    }
}
