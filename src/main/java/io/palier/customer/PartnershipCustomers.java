package io.palier.customer;

import io.palier.customer.domain.ListingStore;
import io.palier.customer.domain.ResellerStore;
import io.palier.organization.OrganizationId;
import io.palier.partner.Dependent;
import io.palier.partner.PartnershipDependents;
import io.palier.partner.ResellerFigures;
import io.palier.partner.Resolution;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on a partnership here: the customers the reseller looks after. */
@Component
class PartnershipCustomers implements PartnershipDependents, ResellerFigures {
    private final ResellerStore resellers;
    private final ListingStore listing;
    private final AuditTrail audit;
    private final Clock clock;

    PartnershipCustomers(ResellerStore resellers, ListingStore listing, AuditTrail audit, Clock clock) {
        this.resellers = resellers;
        this.listing = listing;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Figure figure() {
        return Figure.CUSTOMERS;
    }

    @Override
    public Map<OrganizationId, Long> count(OrganizationId provider, Collection<OrganizationId> ids) {
        return resellers.count(provider, ids);
    }

    @Override
    public List<Dependent> of(OrganizationId provider, OrganizationId reseller) {
        return resellers.customers(provider, reseller, SHOWN).entrySet().stream()
                .map(entry -> new Dependent(
                        Dependent.Kind.CUSTOMER,
                        entry.getValue(),
                        entry.getKey().value()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resolve(Actor actor, OrganizationId provider, OrganizationId reseller, Resolution resolution) {
        var choice = resolution.of(Dependent.Kind.CUSTOMER);
        switch (choice.action()) {
            case KEEP -> {}
            case FALL_BACK -> move(actor, provider, reseller, null);
            case HAND_OVER -> move(actor, provider, reseller, choice.other());
        }
    }

    private void move(Actor actor, OrganizationId provider, OrganizationId from, @Nullable OrganizationId to) {
        var now = clock.instant();
        var moved = resellers.closeAll(provider, from, "", actor, now);
        if (moved.isEmpty()) {
            return;
        }
        if (to != null) {
            resellers.handOver(provider, to, moved, "", actor, now);
        }
        listing.move(provider, from, to, moved);
        audit.record(
                moved.stream().map(id -> entry(actor, id, provider, from, to)).toList());
    }

    private static AuditEntry entry(
            Actor actor, RelationshipId id, OrganizationId provider, OrganizationId from, @Nullable OrganizationId to) {
        var entry = AuditEntry.of(actor, "customer.reseller-changed", "customer", id)
                .concerning(provider, from)
                .change("reseller", from, to);
        return to == null ? entry : entry.concerning(to);
    }
}
