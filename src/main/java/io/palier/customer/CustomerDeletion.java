package io.palier.customer;

import io.palier.customer.domain.RelationshipStore;
import io.palier.identity.Right;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.platform.Installation;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to deleting customers for good, which only demo and sandbox installations do (design, Time). */
@Service
@Transactional
public class CustomerDeletion {
    private final CustomerLookup lookup;
    private final RelationshipStore relationships;
    private final ObjectProvider<CustomerData> modules;
    private final Users users;
    private final Organizations organizations;
    private final Installation installation;
    private final AuditTrail audit;

    CustomerDeletion(
            CustomerLookup lookup,
            RelationshipStore relationships,
            ObjectProvider<CustomerData> modules,
            Users users,
            Organizations organizations,
            Installation installation,
            AuditTrail audit) {
        this.lookup = lookup;
        this.relationships = relationships;
        this.modules = modules;
        this.users = users;
        this.organizations = organizations;
        this.installation = installation;
        this.audit = audit;
    }

    /**
     * Deletes all that the viewer's provider has with a customer: subscriptions, orders and the relationship. The
     * customer's organization with its people goes too, unless another provider has or had it. Needs
     * {@link Right#REMOVE_RELATIONSHIP} and to be the provider that added the customer.
     *
     * @throws Refusal not found, for strangers; forbidden; conflict, in production, and for a provider that did not add
     *     the customer
     */
    public void delete(Viewer viewer, RelationshipId id) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.REMOVE_RELATIONSHIP);
        if (!customer.isThrough(Access.PROVIDER)) {
            throw Viewer.missing(Right.REMOVE_RELATIONSHIP);
        }
        if (!installation.settings().kind().isForTrying()) {
            throw Refusal.conflict("customer.deleted-when-trying-only");
        }
        var providers = relationships.lockProviders(customer.customer());
        if (!providers.getFirst().equals(customer.provider())) {
            throw Refusal.conflict("customer.deleted-by-who-added-it");
        }
        delete(new DeletedCustomer(id, customer.provider(), customer.customer(), providers.size() == 1));
        audit.record(Customers.entry(viewer, customer, "customer.deleted").change("name", customer.name(), null));
    }

    private void delete(DeletedCustomer deleted) {
        modules.orderedStream().forEach(module -> module.delete(deleted));
        relationships.delete(deleted.relationship());
        if (deleted.whole()) {
            users.deleteAll(deleted.customer());
            organizations.delete(deleted.customer());
        }
    }
}
