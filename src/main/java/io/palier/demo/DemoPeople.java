package io.palier.demo;

import io.palier.demo.Cast.Member;
import io.palier.demo.Cast.Person;
import io.palier.identity.NewUser;
import io.palier.identity.UserView;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.organization.SupportProfile;
import io.palier.shared.Actor;
import io.palier.shared.SearchText;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Brings the cast's organizations and their people in. */
@Component
class DemoPeople {
    private final Organizations organizations;
    private final Users users;
    private final DemoSettings settings;

    DemoPeople(Organizations organizations, Users users, DemoSettings settings) {
        this.organizations = organizations;
        this.users = users;
        this.settings = settings;
    }

    void bringIn(Member member) {
        var view = organizations.register(
                member.id(),
                member.kind(),
                member.name(),
                member.address(),
                member.language(),
                member.currency(),
                member.locationPartnerId());
        if (!member.support().equals(SupportProfile.NONE)) {
            organizations.support(member.id(), view.version(), member.support());
        }
        member.people().forEach(person -> add(member.id(), person, member.language()));
    }

    /** The first person of an organization. */
    UserView first(OrganizationId organization) {
        return users.list(organization, EnumSet.of(UserView.Status.ACTIVE), SearchText.of(""), null)
                .rows()
                .getFirst();
    }

    /** The first person of an organization, as a door wants to be asked. */
    Viewer viewer(OrganizationId organization) {
        return viewer(organization, first(organization));
    }

    Viewer viewer(OrganizationId organization, String signInName) {
        return viewer(organization, users.named(organization, signInName));
    }

    private Viewer viewer(OrganizationId organization, UserView user) {
        var view = organizations.get(organization);
        return new Viewer(
                user.account(),
                user.id(),
                organization,
                view.kind(),
                view.name(),
                user.roles(),
                user.signInName(),
                user.displayName(),
                view.language(),
                ZoneOffset.UTC,
                true,
                false);
    }

    void add(OrganizationId organization, Person person, Locale language) {
        users.addWithPassword(
                Actor.system(Cast.OPERATOR_ID),
                organization,
                new NewUser(
                        person.signInName(),
                        person.signInName(),
                        person.firstName(),
                        person.lastName(),
                        person.displayName(),
                        person.roles(),
                        language),
                settings.password(),
                false);
    }
}
