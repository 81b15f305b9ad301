package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.Reveals;
import io.palier.api.WireWords;
import io.palier.api.WithUser;
import io.palier.customer.CustomerUsers;
import io.palier.customer.CustomerUsers.NewCustomerUser;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.MembershipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The users of a customer. */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}/users")
class CustomerUserResource {
    private final CustomerUsers users;
    private final Customers customers;
    private final CustomerReader reader;
    private final CustomerUserPatch patch;

    CustomerUserResource(CustomerUsers users, Customers customers, CustomerReader reader, CustomerUserPatch patch) {
        this.users = users;
        this.customers = customers;
        this.reader = reader;
        this.patch = patch;
    }

    @GetMapping
    Page<UserJson> list(Viewer viewer, @PathVariable OrganizationId customer, ListRequest request) {
        var id = reader.relationship(viewer, customer);
        var country = customers.get(viewer, id).country();
        boolean deleted = request.filter() != null && asksForDeleted(request.filter());
        return isByName(request)
                ? request.page(
                        2,
                        (after, limit) -> users.listByName(viewer, id, deleted, request.descending(), after, limit),
                        user -> UserJson.of(customer, country, user, null))
                : request.page(
                        1,
                        (after, limit) -> users.list(viewer, id, deleted, SearchText.of(""), after, limit),
                        user -> UserJson.of(customer, country, user, null));
    }

    private static boolean isByName(ListRequest request) {
        var field = request.sortField();
        if (field.isEmpty() || field.equalsIgnoreCase("DisplayName")) {
            return !field.isEmpty();
        }
        throw new Fault(Fault.Code.UNSUPPORTED, "Users are sorted by DisplayName only.", field);
    }

    /** The contract has the field twice: {@code UserState} in its pages, {@code UserStatus} in its samples. */
    private static boolean asksForDeleted(FieldFilter filter) {
        if (!filter.isOn("UserState") && !filter.isOn("UserStatus")) {
            throw filter.unsupported();
        }
        if (filter.operator() != FieldFilter.Operator.EQUALS) {
            throw filter.unsupported();
        }
        return WireWords.read(UserJson.State.class, filter.value()) == UserJson.State.INACTIVE;
    }

    @GetMapping("/{user}")
    UserJson get(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable MembershipId user) {
        return json(viewer, customer, reader.relationship(viewer, customer), user, null);
    }

    /** With the password of the body or a new one; the answer holds it, to be handed over. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Reveals("passwordProfile")
    UserJson add(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody UserJson body) {
        var id = reader.relationship(viewer, customer);
        var first = Texts.orEmpty(body.firstName());
        var last = Texts.orEmpty(body.lastName());
        var display = Texts.orNull(body.displayName());
        var added = users.add(
                viewer,
                id,
                new NewCustomerUser(
                        first,
                        last,
                        display == null ? (first + " " + last).strip() : display,
                        body.localPart(),
                        body.domain(),
                        null,
                        false,
                        viewer.locale()),
                body.chosenPassword());
        return UserJson.of(
                customer,
                customers.get(viewer, id).country(),
                users.named(viewer, id, added.signInName()),
                added.password());
    }

    /** Names, sign-in name, a new password; for a deleted user, its return. */
    @PatchMapping("/{user}")
    @Reveals("passwordProfile")
    UserJson patch(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable MembershipId user,
            @RequestBody UserJson body) {
        var id = reader.relationship(viewer, customer);
        return json(viewer, customer, id, user, patch.apply(viewer, id, user, body));
    }

    /** Where the node client resets passwords. */
    @PatchMapping("/{user}/resetpassword")
    @Reveals("passwordProfile")
    UserJson resetPassword(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable MembershipId user,
            @RequestBody UserJson body) {
        var id = reader.relationship(viewer, customer);
        var password =
                users.resetPassword(viewer, id, user, body.chosenPassword()).password();
        return json(viewer, customer, id, user, password);
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable MembershipId user) {
        var id = reader.relationship(viewer, customer);
        var found = users.get(viewer, id, user);
        if (!found.isActive()) {
            throw new Fault(Fault.Code.of(404, 60002), "This user is deleted already.", user.toString());
        }
        users.delete(viewer, id, user, found.version());
    }

    private UserJson json(
            Viewer viewer, OrganizationId customer, RelationshipId id, MembershipId user, @Nullable String password) {
        return UserJson.of(customer, customers.get(viewer, id).country(), users.get(viewer, id, user), password);
    }
}
