package io.palier.customer.rest;

import io.palier.customer.CustomerUsers;
import io.palier.customer.RelationshipId;
import io.palier.identity.MembershipId;
import io.palier.identity.UserView;
import io.palier.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies what a body changes of a user, all of it or nothing: clients send names, sign-in name and a new password at
 * once (accounts contract 5). What is equal is no change, so that a whole user can be sent back.
 */
@Component
class CustomerUserPatch {
    private final CustomerUsers users;

    CustomerUserPatch(CustomerUsers users) {
        this.users = users;
    }

    /** Returns the new password; null if none was asked for. */
    @Transactional
    public @Nullable String apply(Viewer viewer, RelationshipId customer, MembershipId user, UserJson body) {
        var before = users.get(viewer, customer, user);
        if (body.state() == UserJson.State.ACTIVE && before.status() == UserView.Status.DELETED) {
            users.restore(viewer, customer, user, before.version());
        }
        if (changesNames(body)) {
            users.change(viewer, customer, user, body.change());
        }
        return body.passwordProfile() == null
                ? null
                : users.resetPassword(viewer, customer, user, body.chosenPassword())
                        .password();
    }

    /** Who only resets passwords need not be able to change names. */
    private static boolean changesNames(UserJson body) {
        return body.firstName() != null
                || body.lastName() != null
                || body.displayName() != null
                || body.userPrincipalName() != null;
    }
}
