package io.palier.customer;

import io.palier.customer.domain.ListingStore;
import io.palier.customer.domain.RelationshipStore;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for relationships that were agreed on before this installation kept them, for data that is brought in. It knows
 * no viewers: whoever asks a customer for something new sends a request ({@link RelationshipRequests}).
 */
@Service
@Transactional
public class CustomerTakeover {
    private final RelationshipStore relationships;
    private final RelationshipAcceptance acceptance;
    private final ListingStore listing;
    private final AuditTrail audit;

    CustomerTakeover(
            RelationshipStore relationships,
            RelationshipAcceptance acceptance,
            ListingStore listing,
            AuditTrail audit) {
        this.relationships = relationships;
        this.acceptance = acceptance;
        this.listing = listing;
        this.audit = audit;
    }

    /**
     * Keeps a relationship from now on, without delegated administration and without the customer agreement.
     *
     * @throws Refusal changed meanwhile, if the two have or had one here already
     */
    public RelationshipId takeOver(Actor actor, OrganizationId provider, OrganizationId customer, Contact contact) {
        if (relationships.lock(provider, customer).isPresent()) {
            throw Refusal.changedMeanwhile();
        }
        var id = acceptance.open(provider, customer, contact, false);
        listing.refresh(id);
        audit.record(AuditEntry.of(actor, "customer.taken-over", "customer", id)
                .customer(customer)
                .concerning(provider, customer));
        return id;
    }
}
