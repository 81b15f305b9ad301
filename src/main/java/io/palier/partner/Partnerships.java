package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.organization.OrganizationId;
import io.palier.partner.ResellerFigures.Figure;
import io.palier.partner.domain.PartnershipStore;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to partnerships: who works with whom. Without an active one nothing with that reseller is possible, so every
 * module that ties something to a reseller calls {@link #requireActive} first.
 */
@Service
@Transactional
public class Partnerships {
    private static final int PAGE = 25;
    private static final int MOST_LOCATIONS = 200;

    private final PartnershipStore store;
    private final ObjectProvider<ResellerFigures> figures;
    private final ObjectProvider<PartnershipDependents> dependents;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Partnerships(
            PartnershipStore store,
            ObjectProvider<ResellerFigures> figures,
            ObjectProvider<PartnershipDependents> dependents,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.dependents = dependents;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The active partners of the viewer's provider by name, at most 200; none for viewers of other kinds. */
    @Transactional(readOnly = true)
    public List<ResellerChoice> resellers(Viewer viewer) {
        return viewer.isProvider() ? store.choices(viewer.organization()) : List.of();
    }

    /** The active partners of the viewer's provider with these location partner ids, 200 ids at most; others are left out. */
    @Transactional(readOnly = true)
    public Map<String, ResellerChoice> resellers(Viewer viewer, Collection<String> locationPartnerIds) {
        if (!viewer.isProvider() || locationPartnerIds.isEmpty()) {
            return Map.of();
        }
        var asked = locationPartnerIds.stream().distinct().limit(MOST_LOCATIONS).toList();
        return store.choices(viewer.organization(), asked).stream()
                .collect(Collectors.toMap(ResellerChoice::locationPartnerId, choice -> choice));
    }

    /** The providers the viewer's reseller is an active partner of, by name, at most 200; none for other viewers. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, String> providers(Viewer viewer) {
        return viewer.isReseller() ? store.providerNames(viewer.organization()) : Map.of();
    }

    /** Whether the two are partners now, whatever the reseller's eligibility. */
    @Transactional(readOnly = true)
    public boolean isActive(OrganizationId provider, OrganizationId reseller) {
        return store.active(provider, reseller).isPresent();
    }

    /** Whether the reseller may order from this provider without asking. */
    @Transactional(readOnly = true)
    public boolean mayOrder(OrganizationId provider, OrganizationId reseller) {
        return store.active(provider, reseller)
                .map(row -> row.eligible() && row.mayOrder())
                .orElse(false);
    }

    /**
     * Lets pass only a reseller with which new business is possible.
     *
     * @throws Refusal conflict, if the two are no partners or the reseller is not eligible
     */
    @Transactional(readOnly = true)
    public void requireActive(OrganizationId provider, OrganizationId reseller) {
        var row = store.active(provider, reseller).orElseThrow(() -> Refusal.conflict("partnership.none"));
        if (!row.eligible()) {
            throw Refusal.conflict("partnership.reseller-not-eligible", row.name());
        }
    }

    /**
     * Makes the two partners from now on; who may do that, and whether the reseller accepted, the caller has checked.
     *
     * @throws Refusal conflict, if they are partners already or one and the same
     */
    public PartnershipId establish(Actor actor, OrganizationId provider, OrganizationId reseller, boolean mayOrder) {
        return establish(actor, provider, reseller, mayOrder, null);
    }

    PartnershipId establish(
            Actor actor,
            OrganizationId provider,
            OrganizationId reseller,
            boolean mayOrder,
            @Nullable InvitationId request) {
        if (provider.equals(reseller)) {
            throw Refusal.conflict("partnership.itself");
        }
        var id = PartnershipId.next();
        var now = clock.instant();
        if (!store.open(id, provider, reseller, mayOrder, request, now)) {
            throw Refusal.conflict("partnership.already");
        }
        audit.record(AuditEntry.of(actor, "partnership.established", "partnership", id)
                .concerning(provider, reseller)
                .change("reseller", null, reseller)
                .change("mayOrder", null, mayOrder));
        events.publishEvent(new PartnershipEstablished(provider, reseller, now));
        return id;
    }

    /** The provider's resellers, 25 a page, with what other modules count. Needs {@link Right#SEE_PARTNERSHIPS}. */
    @Transactional(readOnly = true)
    public Slice<PartnershipRow> list(Viewer viewer, ResellerSort sort, SearchText search, @Nullable Cursor after) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        return withFigures(viewer.organization(), store.resellers(viewer.organization(), sort, search, after, PAGE));
    }

    /** The provider's resellers by name, without figures, at most {@code limit}. */
    @Transactional(readOnly = true)
    public Slice<PartnershipRow> resellers(Viewer viewer, SearchText search, @Nullable Cursor after, int limit) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        return store.resellers(viewer.organization(), ResellerSort.NAME, search, after, limit);
    }

    /** The reseller's providers, latest first, 25 a page. Needs {@link Right#SEE_PARTNERSHIPS}. */
    @Transactional(readOnly = true)
    public Slice<PartnershipRow> providers(Viewer viewer, boolean ended, @Nullable Cursor after) {
        return providers(viewer, ended, after, PAGE);
    }

    /** The same with at most {@code limit} providers. */
    @Transactional(readOnly = true)
    public Slice<PartnershipRow> providers(Viewer viewer, boolean ended, @Nullable Cursor after, int limit) {
        if (!viewer.isReseller()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.SEE_PARTNERSHIPS);
        return store.providers(viewer.organization(), ended, after, limit);
    }

    /**
     * One active partnership of the viewer’s provider.
     *
     * @throws Refusal not found, unless the reseller is an active partner of the viewer's provider
     */
    @Transactional(readOnly = true)
    public PartnershipRow get(Viewer viewer, OrganizationId reseller) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        return active(viewer, reseller);
    }

    /**
     * What hangs on the partnership, by kind and name. Needs {@link Right#REMOVE_PARTNERSHIP}.
     *
     * @throws Refusal not found, unless the reseller is an active partner of the viewer's provider
     */
    @Transactional(readOnly = true)
    public List<Dependent> impact(Viewer viewer, OrganizationId reseller) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        active(viewer, reseller);
        viewer.require(Right.REMOVE_PARTNERSHIP);
        return dependents
                .orderedStream()
                .flatMap(module -> module.of(viewer.organization(), reseller).stream())
                .toList();
    }

    /**
     * Ends the partnership now and does with everything that hangs on it what was decided. The period stays, dated.
     *
     * @throws Refusal not found; changed meanwhile; conflict, if somebody who is to take over is no eligible partner
     */
    public void remove(Viewer viewer, OrganizationId reseller, int version, Resolution resolution) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        var row = active(viewer, reseller);
        viewer.require(Right.REMOVE_PARTNERSHIP);
        var provider = viewer.organization();
        for (var choice : resolution.choices().values()) {
            Optional.ofNullable(choice.other()).ifPresent(other -> requireSuccessor(provider, reseller, other));
        }
        var now = clock.instant();
        if (!store.close(row.id(), version, now)) {
            throw Refusal.changedMeanwhile();
        }
        dependents.orderedStream().forEach(module -> module.resolve(viewer.actor(), provider, reseller, resolution));
        var entry = AuditEntry.of(viewer.actor(), "partnership.removed", "partnership", row.id())
                .concerning(provider, reseller)
                .change("reseller", reseller, null);
        for (var kind : Dependent.Kind.values()) {
            entry = entry.change(kind.name(), null, resolution.of(kind).action());
        }
        audit.record(entry);
        events.publishEvent(new PartnershipRemoved(provider, reseller, now));
    }

    /**
     * Lets the reseller order by itself, or no longer. Needs {@link Right#REMOVE_PARTNERSHIP}: who may end the
     * partnership sets its terms. No change if it is so already.
     */
    public void letOrder(Viewer viewer, OrganizationId reseller, int version, boolean mayOrder) {
        requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        var row = active(viewer, reseller);
        viewer.require(Right.REMOVE_PARTNERSHIP);
        if (row.mayOrder() == mayOrder) {
            return;
        }
        if (!store.mayOrder(row.id(), version, mayOrder)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(AuditEntry.of(viewer.actor(), "partnership.ordering-changed", "partnership", row.id())
                .concerning(viewer.organization(), reseller)
                .change("mayOrder", row.mayOrder(), mayOrder));
    }

    private PartnershipRow active(Viewer viewer, OrganizationId reseller) {
        return store.active(viewer.organization(), reseller).orElseThrow(Refusal::notFound);
    }

    private void requireSuccessor(OrganizationId provider, OrganizationId reseller, OrganizationId other) {
        if (other.equals(reseller)) {
            throw Refusal.conflict("partnership.successor-is-itself");
        }
        requireActive(provider, other);
    }

    private Slice<PartnershipRow> withFigures(OrganizationId provider, Slice<PartnershipRow> slice) {
        if (slice.isEmpty()) {
            return slice;
        }
        var ids = slice.rows().stream().map(PartnershipRow::partner).distinct().toList();
        Map<Figure, Map<OrganizationId, Long>> counted = new EnumMap<>(Figure.class);
        figures.orderedStream().forEach(module -> counted.put(module.figure(), module.count(provider, ids)));
        return slice.map(row -> {
            Map<Figure, Long> own = new EnumMap<>(Figure.class);
            counted.forEach(
                    (figure, values) -> own.put(figure, Objects.requireNonNullElse(values.get(row.partner()), 0L)));
            return row.with(own);
        });
    }

    static void requireProvider(Viewer viewer, Right right) {
        if (!viewer.isProvider()) {
            throw Refusal.notFound();
        }
        viewer.require(right);
    }
}
