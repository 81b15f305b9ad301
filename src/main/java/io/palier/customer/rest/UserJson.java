package io.palier.customer.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.customer.CustomerUsers.UserChange;
import io.palier.identity.MembershipId;
import io.palier.identity.UserView;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user of a customer (accounts contract 5). */
record UserJson(
        @Nullable String usageLocation,
        @Nullable MembershipId id,
        @Nullable String userPrincipalName,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        @Nullable PasswordJson passwordProfile,
        @Nullable UserDomainType userDomainType,
        @Nullable State state,
        @Nullable Instant softDeletionTime,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {

    /** Where the user is managed, in the contract's order. */
    enum UserDomainType {
        NONE,
        MANAGED,
        FEDERATED
    }

    /** Whether the user is there, or deleted; in the contract's order. */
    enum State {
        ACTIVE,
        INACTIVE
    }

    /** Shown once. Without one Palier makes it; it is changed at the first sign-in in any case. */
    record PasswordJson(@Nullable String password, @Nullable Boolean forceChangePassword) {}

    static UserJson of(OrganizationId customer, String country, UserView user, @Nullable String password) {
        boolean deleted = user.status() == UserView.Status.DELETED;
        return new UserJson(
                country,
                user.id(),
                user.signInName(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                password == null ? null : new PasswordJson(password, true),
                UserDomainType.NONE,
                deleted ? State.INACTIVE : State.ACTIVE,
                deleted ? user.statusSince() : null,
                Link.self("/customers/" + customer + "/users/" + user.id()),
                Attributes.of("CustomerUser"));
    }

    /** What stands before the {@code @}; the whole name if there is none. */
    String localPart() {
        var name = Texts.orEmpty(userPrincipalName);
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** What stands behind the {@code @}; empty if there is none. */
    String domain() {
        var name = Texts.orEmpty(userPrincipalName);
        int at = name.indexOf('@');
        return at < 0 ? "" : name.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** The password that the caller chose; null for none. */
    @Nullable
    String chosenPassword() {
        var profile = passwordProfile;
        return profile == null
                        || profile.password() == null
                        || profile.password().isEmpty()
                ? null
                : profile.password();
    }

    /** What of a user that was sent can be changed. */
    UserChange change() {
        boolean named = Texts.orNull(userPrincipalName) != null;
        return new UserChange(
                firstName,
                lastName,
                Texts.orNull(displayName),
                named ? localPart() : null,
                named && !domain().isEmpty() ? domain() : null);
    }
}
