package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.MembershipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Licenses;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Licenses of a customer and of its users. Each subscription is a pool of its own; its id is the SKU's id here. */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}")
class LicenseResource {
    private static final String GROUP = "group1";
    private static final int KEY_PARTS = 2;

    private final Licenses licenses;
    private final Subscriptions subscriptions;
    private final Customers customers;

    LicenseResource(Licenses licenses, Subscriptions subscriptions, Customers customers) {
        this.licenses = licenses;
        this.subscriptions = subscriptions;
        this.customers = customers;
    }

    /** A pool of licenses. */
    record SubscribedSkuJson(
            int availableUnits,
            int activeUnits,
            int consumedUnits,
            int suspendedUnits,
            int totalUnits,
            int warningUnits,
            ProductSkuJson productSku,
            List<Object> servicePlans,
            String capabilityStatus,
            Attributes attributes) {

        static SubscribedSkuJson of(SubscriptionView seen) {
            int active = seen.isActive() ? seen.quantity() : 0;
            return new SubscribedSkuJson(
                    seen.isActive() ? seen.available() : 0,
                    active,
                    seen.assigned(),
                    seen.isSuspended() ? seen.quantity() : 0,
                    active,
                    0,
                    ProductSkuJson.of(seen),
                    List.of(),
                    seen.isActive() ? "Enabled" : "Suspended",
                    Attributes.of("SubscribedSku"));
        }
    }

    /** What the licenses are of. */
    record ProductSkuJson(UUID id, String name, String skuPartNumber, String targetType, String licenseGroupId) {
        static ProductSkuJson of(SubscriptionView seen) {
            return new ProductSkuJson(
                    seen.id().value(), seen.title(), seen.productId() + "_" + seen.skuId(), "User", GROUP);
        }
    }

    /** A license of a user. */
    record LicenseJson(List<Object> servicePlans, ProductSkuJson productSku, Attributes attributes) {}

    /** Which licenses a user gets and loses, and what there is to know about it. */
    record LicenseUpdateJson(
            @Nullable List<Assignment> licensesToAssign,
            @Nullable List<UUID> licensesToRemove,
            @Nullable List<Object> licenseWarnings,
            @Nullable Attributes attributes) {}

    /** A license to give; parts of it cannot be switched off here. */
    record Assignment(@Nullable UUID skuId, @Nullable List<String> excludedPlans) {}

    @GetMapping("/subscribedskus")
    Page<SubscribedSkuJson> pools(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable List<String> licenseGroupIds,
            ListRequest request) {
        if (!asksForGroup(licenseGroupIds)) {
            return Page.of(List.of());
        }
        return Page.of(running(viewer, customers.relationship(viewer, customer), request).stream()
                .map(SubscribedSkuJson::of)
                .toList());
    }

    private List<SubscriptionView> running(Viewer viewer, RelationshipId relationship, ListRequest request) {
        var filter = SubscriptionFilter.of(relationship);
        return request
                .page(KEY_PARTS, (after, limit) -> subscriptions.export(viewer, filter, after), seen -> seen)
                .items()
                .stream()
                .filter(SubscriptionView::isRunning)
                .toList();
    }

    private static boolean asksForGroup(@Nullable List<String> groups) {
        return groups == null || groups.isEmpty() || groups.stream().anyMatch(GROUP::equalsIgnoreCase);
    }

    @GetMapping("/users/{user}/licenses")
    Page<LicenseJson> ofUser(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable MembershipId user,
            @RequestParam(required = false) @Nullable List<String> licenseGroupIds) {
        var assigned = licenses.of(viewer, customers.relationship(viewer, customer), user);
        if (!asksForGroup(licenseGroupIds)) {
            return Page.of(List.of());
        }
        return Page.of(subscriptions.get(viewer, List.copyOf(assigned)).stream()
                .map(seen -> new LicenseJson(List.of(), ProductSkuJson.of(seen), Attributes.of("License")))
                .toList());
    }

    /** Gives and takes licenses, all of it or nothing. */
    @PostMapping("/users/{user}/licenseupdates")
    @ResponseStatus(HttpStatus.CREATED)
    LicenseUpdateJson update(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable MembershipId user,
            @RequestBody LicenseUpdateJson body) {
        var relationship = customers.relationship(viewer, customer);
        var wanted = ids(assigned(body));
        var touched = new HashSet<>(wanted);
        touched.addAll(ids(Objects.requireNonNullElse(body.licensesToRemove(), List.of())));
        licenses.assign(viewer, relationship, user, touched, wanted);
        return new LicenseUpdateJson(
                body.licensesToAssign(), body.licensesToRemove(), List.of(), Attributes.of("LicenseUpdate"));
    }

    private static List<UUID> assigned(LicenseUpdateJson body) {
        var found = new ArrayList<UUID>();
        for (var assignment : Objects.requireNonNullElse(body.licensesToAssign(), List.<Assignment>of())) {
            var sku = assignment.skuId();
            if (sku == null) {
                throw new Fault(Fault.Code.INVALID_PROPERTY, "A license has no skuId.", "skuId");
            }
            found.add(sku);
        }
        return found;
    }

    private static Set<SubscriptionId> ids(List<UUID> ids) {
        var found = new HashSet<SubscriptionId>();
        ids.forEach(id -> found.add(new SubscriptionId(id)));
        return found;
    }
}
