package io.palier.identity;

import io.palier.identity.UserView.Status;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users of the viewer's own organization; every change needs {@link Right#MANAGE_OWN_USERS}. */
@Service
@Transactional
public class OwnUsers {
    private final Users users;

    OwnUsers(Users users) {
        this.users = users;
    }

    @Transactional(readOnly = true)
    public Slice<UserView> list(Viewer viewer, boolean deleted, SearchText search, @Nullable Cursor after) {
        var statuses = deleted ? EnumSet.of(Status.DELETED) : EnumSet.complementOf(EnumSet.of(Status.DELETED));
        return users.list(viewer.organization(), statuses, search, after);
    }

    @Transactional(readOnly = true)
    public UserView get(Viewer viewer, MembershipId id) {
        return users.get(viewer.organization(), id);
    }

    public TemporaryPassword add(Viewer viewer, NewUser user) {
        viewer.require(Right.MANAGE_OWN_USERS);
        return users.add(viewer.actor(), viewer.organization(), user);
    }

    public void changeRoles(Viewer viewer, MembershipId id, int version, Set<Role> roles) {
        viewer.require(Right.MANAGE_OWN_USERS);
        users.changeRoles(viewer.actor(), viewer.organization(), id, version, roles);
    }

    public void rename(
            Viewer viewer,
            MembershipId id,
            int version,
            String firstName,
            String lastName,
            String displayName,
            @Nullable String contactEmail) {
        viewer.require(Right.MANAGE_OWN_USERS);
        users.rename(
                viewer.actor(), viewer.organization(), id, version, firstName, lastName, displayName, contactEmail);
    }

    public void deactivate(Viewer viewer, MembershipId id, int version) {
        viewer.require(Right.MANAGE_OWN_USERS);
        users.deactivate(viewer.actor(), viewer.organization(), id, version);
    }

    public void reactivate(Viewer viewer, MembershipId id, int version) {
        viewer.require(Right.MANAGE_OWN_USERS);
        users.reactivate(viewer.actor(), viewer.organization(), id, version);
    }

    public TemporaryPassword resetPassword(Viewer viewer, MembershipId id) {
        viewer.require(Right.MANAGE_OWN_USERS);
        return users.resetPassword(viewer.actor(), viewer.organization(), id);
    }
}
