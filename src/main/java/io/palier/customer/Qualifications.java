package io.palier.customer;

import io.palier.customer.domain.CustomerFields;
import io.palier.customer.domain.QualificationStore;
import io.palier.customer.domain.RelationshipStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to customers' special qualifications: which offers a provider may sell a customer. Offers that are listed or
 * ordered from then on follow; subscriptions that run stay as they are.
 */
@Service
@Transactional
public class Qualifications {
    private final CustomerLookup lookup;
    private final RelationshipStore relationships;
    private final QualificationStore qualifications;
    private final AuditTrail audit;
    private final Clock clock;

    Qualifications(
            CustomerLookup lookup,
            RelationshipStore relationships,
            QualificationStore qualifications,
            AuditTrail audit,
            Clock clock) {
        this.lookup = lookup;
        this.relationships = relationships;
        this.qualifications = qualifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Those a customer has and had, latest first; none for one that never had any.
     *
     * @throws Refusal not found, for strangers and for who sees only the name
     */
    @Transactional(readOnly = true)
    public List<QualificationPeriod> history(Viewer viewer, RelationshipId id) {
        return qualifications.history(lookup.whole(viewer, id).id());
    }

    /**
     * Gives a customer another qualification, or none, from now on; the present one is no change. Needs
     * {@link Right#SET_QUALIFICATION}, which only providers have.
     *
     * @throws Refusal invalid, naming the field; changed meanwhile
     */
    public void change(Viewer viewer, RelationshipId id, int version, WantedQualification wanted) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.SET_QUALIFICATION);
        CustomerFields.check(wanted);
        Customers.requireVersion(customer, version);
        if (wanted.qualification() == customer.qualification() && !wanted.saysMore()) {
            return;
        }
        relationships.qualify(id, version, wanted.qualification());
        qualifications.replace(id, customer.provider(), wanted, viewer.actor(), clock.instant());
        audit.record(Customers.entry(viewer, customer, "customer.qualification-changed")
                .change("qualification", orNull(customer.qualification()), orNull(wanted.qualification())));
    }

    private static @Nullable Qualification orNull(Qualification qualification) {
        return qualification == Qualification.NONE ? null : qualification;
    }
}
