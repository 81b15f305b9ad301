package io.palier.customer;

import io.palier.customer.domain.RelationshipStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where every door begins: what the viewer may not see does not exist. Read anew at every request. */
@Component
class CustomerLookup {
    private final RelationshipStore relationships;
    private final ObjectProvider<SubscriptionLevel> subscriptions;

    CustomerLookup(RelationshipStore relationships, ObjectProvider<SubscriptionLevel> subscriptions) {
        this.relationships = relationships;
        this.subscriptions = subscriptions;
    }

    /** @throws Refusal not found, for strangers; forbidden, if the viewer's organization may but the role may not */
    CustomerView see(Viewer viewer, RelationshipId id) {
        var customer = relationships.find(id).orElseThrow(Refusal::notFound);
        var own = viewer.organization();
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> seen(viewer, customer.provider().equals(own), customer, Right.SEE_CUSTOMERS);
            case CUSTOMER ->
                seen(
                        viewer,
                        customer.customer().equals(own),
                        customer.through(Access.CUSTOMER_ADMIN),
                        Right.SEE_SUBSCRIPTIONS);
            case INDIRECT_RESELLER -> forReseller(viewer, customer);
            case OPERATOR -> throw Refusal.notFound();
        };
    }

    /** Like {@link #see}, but nothing for who sees the name only. */
    CustomerView whole(Viewer viewer, RelationshipId id) {
        var customer = see(viewer, id);
        if (!customer.isWhole()) {
            throw Refusal.notFound();
        }
        return customer;
    }

    private CustomerView forReseller(Viewer viewer, CustomerView customer) {
        if (viewer.organization().equals(customer.reseller())) {
            return seen(viewer, true, customer.through(Access.RESELLER_CUSTOMER_LEVEL), Right.SEE_CUSTOMERS);
        }
        var reaches = subscriptions.stream().anyMatch(level -> level.reaches(viewer.organization(), customer.id()));
        return seen(viewer, reaches, customer.nameOnly(), Right.SEE_SUBSCRIPTIONS);
    }

    private static CustomerView seen(Viewer viewer, boolean related, CustomerView customer, Right right) {
        if (!related) {
            throw Refusal.notFound();
        }
        viewer.require(right);
        return customer;
    }
}
