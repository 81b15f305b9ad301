package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.customer.SubscriptionLevel;
import io.palier.identity.Viewer;
import io.palier.organization.AssociationPeriod;
import io.palier.organization.DatedAssociations.Decision;
import io.palier.organization.OrganizationId;
import io.palier.partner.Dependent;
import io.palier.partner.PartnershipDependents;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerFigures;
import io.palier.partner.Resolution;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import io.palier.subscription.domain.AssociationStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to partners of record and support contacts: who stands at a subscription, when, set by whom. */
@Service
@Transactional
public class Associations implements PartnershipDependents, ResellerFigures, SubscriptionLevel {
    private static final int LONGEST_REASON = 500;
    private static final int AT_ONCE = 1000;

    private final Subscriptions subscriptions;
    private final AssociationStore store;
    private final Partnerships partnerships;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Associations(
            Subscriptions subscriptions,
            AssociationStore store,
            Partnerships partnerships,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.partnerships = partnerships;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Partners of record of a subscription, latest first. The customer and the associated see them. */
    @Transactional(readOnly = true)
    public List<AssociationPeriod> partnersOfRecord(Viewer viewer, SubscriptionId id) {
        return store.periods(
                Association.PARTNER_OF_RECORD, subscriptions.get(viewer, id).id());
    }

    /** Support contacts of a subscription, latest first. */
    @Transactional(readOnly = true)
    public List<AssociationPeriod> supportContacts(Viewer viewer, SubscriptionId id) {
        return store.periods(
                Association.SUPPORT_CONTACT, subscriptions.get(viewer, id).id());
    }

    /** Whom the support contact can be, the provider first; others with the reason why not. Only for who may set it. */
    @Transactional(readOnly = true)
    public List<ContactChoice> contactChoices(Viewer viewer, SubscriptionView seen) {
        return AccessPolicy.opens(seen.associations(), Action.SET_SUPPORT_CONTACT, false)
                ? store.contacts(seen.provider(), seen.relationship())
                : List.of();
    }

    /** Whom the partner of record can be; others with the reason why not. Only for who may set it. */
    @Transactional(readOnly = true)
    public List<ContactChoice> resellerChoices(Viewer viewer, SubscriptionView seen) {
        if (!AccessPolicy.opens(seen.associations(), Action.SET_PARTNER_OF_RECORD, false)) {
            return List.of();
        }
        return partnerships.resellers(viewer).stream()
                .map(reseller -> new ContactChoice(
                        reseller.id(), reseller.name(), reseller.locationPartnerId(), reason(reseller)))
                .toList();
    }

    private static @Nullable String reason(io.palier.partner.ResellerChoice reseller) {
        if (!reseller.eligible()) {
            return Objects.requireNonNullElse(reseller.reasonKey(), "subscription.contact.not-eligible");
        }
        return reseller.locationPartnerId().isEmpty() ? "subscription.contact.no-location-id" : null;
    }

    /**
     * Credits a reseller from now on; null for none. The same one again is no change.
     *
     * @param why at most 500 characters; may be empty
     * @throws Refusal conflict, if the reseller is no active, eligible partner with a location partner id; changed
     *     meanwhile, if {@code before} is not who is credited now
     */
    public void setPartnerOfRecord(
            Viewer viewer,
            SubscriptionId id,
            @Nullable OrganizationId before,
            @Nullable OrganizationId reseller,
            String why) {
        var seen = subscriptions.get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), Action.SET_PARTNER_OF_RECORD, seen.mayOrder());
        if (!Objects.equals(seen.reseller(), before)) {
            throw Refusal.changedMeanwhile();
        }
        if (Objects.equals(seen.reseller(), reseller)) {
            return;
        }
        if (reseller != null) {
            partnerships.requireActive(seen.provider(), reseller);
            requireChoice(resellerChoices(viewer, seen), reseller, "reseller");
        }
        replace(viewer, seen, Association.PARTNER_OF_RECORD, before, reseller, why);
    }

    /**
     * Designates whom the customer sees for help; the provider itself is always possible.
     *
     * @param why at most 500 characters; may be empty
     * @throws Refusal invalid, field {@code contact}, for who cannot be it (portal reference 4.3); changed meanwhile
     */
    public void setSupportContact(
            Viewer viewer, SubscriptionId id, @Nullable OrganizationId before, OrganizationId contact, String why) {
        var seen = subscriptions.get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), Action.SET_SUPPORT_CONTACT, seen.mayOrder());
        if (!seen.supportContact().equals(before)) {
            throw Refusal.changedMeanwhile();
        }
        if (seen.supportContact().equals(contact)) {
            return;
        }
        requireChoice(contactChoices(viewer, seen), contact, "contact");
        replace(viewer, seen, Association.SUPPORT_CONTACT, before, contact, why);
    }

    private static void requireChoice(List<ContactChoice> choices, OrganizationId wanted, String field) {
        if (choices.stream().noneMatch(choice -> choice.id().equals(wanted) && choice.isEligible())) {
            throw Refusal.invalid(field, "subscription.contact-not-possible");
        }
    }

    private void replace(
            Viewer viewer,
            SubscriptionView seen,
            Association kind,
            @Nullable OrganizationId before,
            @Nullable OrganizationId after,
            String why) {
        requireReason(why);
        var now = clock.instant();
        store.replace(kind, seen.provider(), List.of(seen.id()), after, new Decision(viewer.actor(), why, now));
        var entry = Subscriptions.entry(viewer, seen, auditKind(kind)).change("organization", before, after);
        audit.record(after == null ? entry : entry.concerning(after));
        events.publishEvent(new AssociationChanged(
                seen.id(), seen.relationship(), seen.provider(), seen.customer(), kind, before, after, now));
    }

    static void requireReason(String why) {
        if (why.length() > LONGEST_REASON) {
            throw Refusal.invalid("why", "subscription.reason-too-long", LONGEST_REASON);
        }
    }

    private static String auditKind(Association kind) {
        return kind == Association.PARTNER_OF_RECORD
                ? "subscription.partner-of-record-changed"
                : "subscription.support-contact-changed";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean reaches(OrganizationId reseller, RelationshipId relationship) {
        return store.reaches(reseller, relationship);
    }

    @Override
    public Figure figure() {
        return Figure.SUBSCRIPTIONS;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OrganizationId, Long> count(OrganizationId provider, Collection<OrganizationId> resellers) {
        return store.credited(provider, resellers);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dependent> of(OrganizationId provider, OrganizationId reseller) {
        var found = new ArrayList<Dependent>();
        store.open(Association.PARTNER_OF_RECORD, provider, reseller, SHOWN)
                .forEach(open -> found.add(new Dependent(
                        Dependent.Kind.SUBSCRIPTION,
                        open.name(),
                        open.subscription().value())));
        store.open(Association.SUPPORT_CONTACT, provider, reseller, SHOWN)
                .forEach(open -> found.add(new Dependent(
                        Dependent.Kind.SUPPORT_CONTACT,
                        open.name(),
                        open.subscription().value())));
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resolve(Actor actor, OrganizationId provider, OrganizationId reseller, Resolution resolution) {
        resolve(
                actor,
                provider,
                reseller,
                Association.PARTNER_OF_RECORD,
                resolution.of(Dependent.Kind.SUBSCRIPTION),
                null);
        resolve(
                actor,
                provider,
                reseller,
                Association.SUPPORT_CONTACT,
                resolution.of(Dependent.Kind.SUPPORT_CONTACT),
                provider);
    }

    private void resolve(
            Actor actor,
            OrganizationId provider,
            OrganizationId reseller,
            Association kind,
            Resolution.Choice choice,
            @Nullable OrganizationId fallback) {
        if (choice.action() == Resolution.Action.KEEP) {
            return;
        }
        var after = choice.action() == Resolution.Action.HAND_OVER ? choice.other() : fallback;
        var open = store.open(kind, provider, reseller, AT_ONCE);
        while (!open.isEmpty()) {
            hand(actor, open, kind, provider, reseller, after);
            open = store.open(kind, provider, reseller, AT_ONCE);
        }
    }

    private void hand(
            Actor actor,
            List<AssociationStore.Open> open,
            Association kind,
            OrganizationId provider,
            OrganizationId before,
            @Nullable OrganizationId after) {
        var now = clock.instant();
        var ids = open.stream().map(AssociationStore.Open::subscription).toList();
        store.replace(kind, provider, ids, after, new Decision(actor, "", now));
        audit.record(open.stream()
                .map(one -> entry(actor, one, kind, provider, before, after))
                .toList());
        open.forEach(one -> events.publishEvent(new AssociationChanged(
                one.subscription(), one.relationship(), provider, one.customer(), kind, before, after, now)));
    }

    private static AuditEntry entry(
            Actor actor,
            AssociationStore.Open open,
            Association kind,
            OrganizationId provider,
            OrganizationId before,
            @Nullable OrganizationId after) {
        var entry = AuditEntry.of(actor, auditKind(kind), "subscription", open.subscription())
                .customer(open.customer())
                .concerning(provider, before, open.customer())
                .change("organization", before, after);
        return after == null ? entry : entry.concerning(after);
    }
}
