package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.api.WithUser;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.subscription.Associations;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom the customer sees for help with a subscription (commerce contract 4.7). */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}/subscriptions/{subscription}/supportcontact")
class SupportContactResource {
    private final Associations associations;
    private final Organizations organizations;
    private final Subscriptions subscriptions;

    SupportContactResource(Associations associations, Organizations organizations, Subscriptions subscriptions) {
        this.associations = associations;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
    }

    /** A support contact; a change needs only the tenant, or only the partner id. */
    record SupportContactJson(
            @Nullable OrganizationId supportTenantId,
            @Nullable String supportMpnId,
            @Nullable String name,
            @Nullable Map<String, Link> links,
            @Nullable Attributes attributes) {}

    @GetMapping
    SupportContactJson get(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        return json(subscriptions.get(viewer, customer, subscription));
    }

    @PutMapping
    SupportContactJson set(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestBody SupportContactJson body) {
        var seen = subscriptions.get(viewer, customer, subscription);
        associations.setSupportContact(viewer, seen.id(), seen.supportContact(), wanted(viewer, seen, body), "");
        return json(subscriptions.get(viewer, customer, subscription));
    }

    private OrganizationId wanted(Viewer viewer, SubscriptionView seen, SupportContactJson body) {
        var tenant = body.supportTenantId();
        if (tenant != null) {
            return tenant;
        }
        var partnerId = body.supportMpnId();
        if (partnerId == null || partnerId.isBlank()) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "supportTenantId is missing.", "supportTenantId");
        }
        return associations.contactChoices(viewer, seen).stream()
                .filter(choice -> choice.locationPartnerId().equals(partnerId.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new Fault(Fault.Code.of(404, 800015), "None of your partners has this partner id.", partnerId))
                .id();
    }

    private SupportContactJson json(SubscriptionView seen) {
        var contact = organizations.get(seen.supportContact());
        return new SupportContactJson(
                seen.supportContact(),
                contact.locationPartnerId(),
                seen.supportContactName(),
                Link.self(SubscriptionJson.address(seen) + "/supportcontact"),
                Attributes.of("SupportContact"));
    }
}
