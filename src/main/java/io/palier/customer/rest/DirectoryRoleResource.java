package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.CustomerUsers;
import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.identity.UserView;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The roles of a customer's users (accounts contract 5); customers have one role, the global admin's. */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}")
class DirectoryRoleResource {
    /** The id that directories give this role everywhere. */
    private static final UUID GLOBAL_ADMIN = UUID.fromString("62e90394-69f5-4237-9190-012177145e10");

    private static final int KEY_PARTS = 1;

    private final CustomerUsers users;
    private final CustomerReader reader;

    DirectoryRoleResource(CustomerUsers users, CustomerReader reader) {
        this.users = users;
        this.reader = reader;
    }

    /** A role. */
    record RoleJson(UUID id, String name, Attributes attributes) {
        static final RoleJson ADMIN =
                new RoleJson(GLOBAL_ADMIN, "Company Administrator", Attributes.of("DirectoryRole"));
    }

    /** Who has a role. */
    record MemberJson(
            @Nullable MembershipId id,
            @Nullable String displayName,
            @Nullable String userPrincipalName,
            @Nullable UUID roleId,
            @Nullable Attributes attributes) {

        static MemberJson of(UserView user) {
            return new MemberJson(
                    user.id(), user.displayName(), user.signInName(), GLOBAL_ADMIN, Attributes.of("UserMember"));
        }
    }

    @GetMapping("/directoryroles")
    Page<RoleJson> roles(Viewer viewer, @PathVariable OrganizationId customer) {
        reader.relationship(viewer, customer);
        return Page.of(List.of(RoleJson.ADMIN));
    }

    @GetMapping("/users/{user}/directoryroles")
    Page<RoleJson> rolesOf(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable MembershipId user) {
        var found = users.get(viewer, reader.relationship(viewer, customer), user);
        return Page.of(isAdmin(found) ? List.of(RoleJson.ADMIN) : List.of());
    }

    @GetMapping("/directoryroles/{role}/usermembers")
    Page<MemberJson> members(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable UUID role, ListRequest request) {
        requireKnown(role);
        var id = reader.relationship(viewer, customer);
        var all = request.page(
                KEY_PARTS,
                (after, limit) -> users.list(viewer, id, false, SearchText.of(""), after, limit),
                user -> user);
        return Page.of(all.items().stream()
                .filter(DirectoryRoleResource::isAdmin)
                .map(MemberJson::of)
                .toList());
    }

    @PostMapping("/directoryroles/{role}/usermembers")
    @ResponseStatus(HttpStatus.CREATED)
    MemberJson add(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable UUID role,
            @RequestBody MemberJson body) {
        var relationship = reader.relationship(viewer, customer);
        requireKnown(role);
        if (body.id() == null) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The user's id is missing.", "id");
        }
        return MemberJson.of(users.makeAdmin(viewer, relationship, body.id(), true));
    }

    @DeleteMapping("/directoryroles/{role}/usermembers/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable UUID role,
            @PathVariable MembershipId user) {
        requireKnown(role);
        users.makeAdmin(viewer, reader.relationship(viewer, customer), user, false);
    }

    private static void requireKnown(UUID role) {
        if (!role.equals(GLOBAL_ADMIN)) {
            throw new Fault(Fault.Code.NOT_FOUND, "There is no such role.", role.toString());
        }
    }

    private static boolean isAdmin(UserView user) {
        return user.roles().contains(Role.GLOBAL_ADMIN);
    }
}
