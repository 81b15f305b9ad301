package io.palier.customer;

import io.palier.customer.domain.ListingStore;
import io.palier.customer.domain.RelationshipStore;
import io.palier.customer.domain.ResellerStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of a customer: the reseller who looks after it, delegated administration, the relationship's end. */
@Service
@Transactional
public class CustomerResellers {
    private final CustomerLookup lookup;
    private final RelationshipStore relationships;
    private final ResellerStore resellers;
    private final ListingStore listing;
    private final Partnerships partnerships;
    private final ObjectProvider<CustomerFigures> figures;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerResellers(
            CustomerLookup lookup,
            RelationshipStore relationships,
            ResellerStore resellers,
            ListingStore listing,
            Partnerships partnerships,
            ObjectProvider<CustomerFigures> figures,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lookup = lookup;
        this.relationships = relationships;
        this.resellers = resellers;
        this.listing = listing;
        this.partnerships = partnerships;
        this.figures = figures;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The dated periods, latest first; a reseller sees its own only. */
    @Transactional(readOnly = true)
    public List<ResellerPeriod> history(Viewer viewer, RelationshipId id) {
        var customer = lookup.whole(viewer, id);
        var all = resellers.history(id);
        return customer.isThrough(Access.RESELLER_CUSTOMER_LEVEL)
                ? all.stream()
                        .filter(period -> period.reseller().equals(viewer.organization()))
                        .toList()
                : all;
    }

    /**
     * Adds or changes the reseller from now on, or ends it (null). Choosing the present one is no change. Needs
     * {@link Right#SET_CUSTOMER_RESELLER}, which only providers have.
     *
     * @param before the reseller the viewer saw; null for none
     * @param why up to 200 characters
     * @throws Refusal changed meanwhile, if it is another one by now; conflict, if the new one is no active partner
     */
    public void change(
            Viewer viewer,
            RelationshipId id,
            @Nullable OrganizationId before,
            @Nullable OrganizationId after,
            String why) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.SET_CUSTOMER_RESELLER);
        if (why.length() > 200) {
            throw Refusal.invalid("why", "customer.too-long", 200);
        }
        if (Objects.equals(customer.reseller(), after)) {
            return;
        }
        if (!Objects.equals(customer.reseller(), before)) {
            throw Refusal.changedMeanwhile();
        }
        if (after != null) {
            partnerships.requireActive(customer.provider(), after);
        }
        replace(viewer, customer, after, true, why);
    }

    /** Closes what is open and opens the new one, without asking who may. */
    void replace(Viewer viewer, CustomerView customer, @Nullable OrganizationId after, boolean delegated, String why) {
        var now = clock.instant();
        resellers.close(customer.id(), customer.provider(), why, viewer.actor(), now);
        if (after != null) {
            resellers.open(customer.id(), customer.provider(), after, delegated, why, viewer.actor(), now);
        }
        listing.refresh(customer.id());
        var entry = Customers.entry(viewer, customer, "customer.reseller-changed")
                .change("reseller", customer.reseller(), after);
        audit.record(after == null ? entry : entry.concerning(after));
        events.publishEvent(new CustomerResellerChanged(
                customer.id(), customer.provider(), customer.customer(), customer.reseller(), after, now));
    }

    /**
     * The customer takes the administration of its users back: from its provider, or from the reseller, who then no
     * longer looks after it. At once, in live sessions too. Needs {@link Right#REMOVE_RELATIONSHIP} and to be the
     * customer.
     *
     * @param partner the provider or the reseller of this relationship
     */
    public void removeDelegation(Viewer viewer, RelationshipId id, int version, OrganizationId partner) {
        var customer = lookup.whole(viewer, id);
        if (!customer.isThrough(Access.CUSTOMER_ADMIN)) {
            throw Viewer.missing(Right.ANSWER_RELATIONSHIP_REQUEST);
        }
        customer.require(viewer, Right.REMOVE_RELATIONSHIP);
        if (partner.equals(customer.provider())) {
            relationships.endDelegation(id, version);
        } else if (partner.equals(customer.reseller())) {
            replace(viewer, customer, null, false, "");
        } else {
            throw Refusal.notFound();
        }
        audit.record(
                Customers.entry(viewer, customer, "customer.delegation-removed").change("partner", partner, null));
        events.publishEvent(new DelegatedAdministrationRemoved(
                id,
                customer.provider(),
                customer.customer(),
                partner.equals(customer.provider()) ? null : partner,
                clock.instant()));
    }

    /**
     * Ends the relationship: the customer leaves the provider's and the reseller's lists, rights end at once. A new
     * request can take it up again. Needs {@link Right#REMOVE_RELATIONSHIP}; resellers ask their provider.
     *
     * @throws Refusal conflict, while subscriptions run; changed meanwhile
     */
    public void remove(Viewer viewer, RelationshipId id, int version) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.REMOVE_RELATIONSHIP);
        int active = activeSubscriptions(id);
        if (active > 0) {
            throw Refusal.conflict("customer.subscriptions-run", active);
        }
        var now = clock.instant();
        resellers.close(id, customer.provider(), "", viewer.actor(), now);
        relationships.remove(id, version, now);
        listing.refresh(id);
        audit.record(Customers.entry(viewer, customer, "customer.relationship-removed"));
        events.publishEvent(new RelationshipRemoved(
                id, customer.provider(), customer.customer(), customer.reseller(), viewer.organization(), now));
    }

    /** How many subscriptions stand against the relationship's end. */
    @Transactional(readOnly = true)
    public int blocking(Viewer viewer, RelationshipId id) {
        return activeSubscriptions(lookup.whole(viewer, id).id());
    }

    private int activeSubscriptions(RelationshipId id) {
        return figures.stream()
                .map(module -> module.of(List.of(id)).get(id))
                .filter(Objects::nonNull)
                .mapToInt(CustomerFigures.Figures::active)
                .sum();
    }
}
