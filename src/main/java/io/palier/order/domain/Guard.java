package io.palier.order.domain;

import io.palier.catalog.Offer;
import io.palier.catalog.Segment;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.AccessPolicy;
import io.palier.subscription.Action;
import io.palier.subscription.Association;
import io.palier.subscription.Base;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything an order depends on, read in one statement.
 *
 * @param associations what ties the viewer's organization to the customer
 * @param resellers those asked about that are active, eligible partners with a location partner id
 * @param owned SKUs as {@code product:sku} among those asked about that the customer has active paid subscriptions of,
 *     the latest of each last
 * @param tried SKUs the customer had a trial of, whatever became of it; once is enough
 */
public record Guard(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable Instant agreementAcceptedAt,
        String country,
        Segment segment,
        String currency,
        Set<Association> associations,
        boolean mayOrder,
        Set<OrganizationId> resellers,
        Map<String, List<Base>> owned,
        Set<String> tried) {

    /**
     * Insists that the viewer may order for this customer without asking.
     *
     * @throws Refusal not found; forbidden; conflict, for who may only ask
     */
    public void requireMayOrder(Viewer viewer) {
        if (!AccessPolicy.opens(associations, Action.ORDER, mayOrder)
                && AccessPolicy.opens(associations, Action.ASK_FOR_ORDER, mayOrder)) {
            viewer.require(Right.PLACE_ORDER);
            throw Refusal.conflict("order.ask-the-provider");
        }
        AccessPolicy.require(viewer, associations, Action.ORDER, mayOrder);
    }

    /**
     * Insists on the rules of the customer and of every line: agreement, limits, prerequisites, trials.
     *
     * @throws Refusal conflict or invalid, for the first rule the lines break
     */
    public void check(List<OrderLine> lines, Map<?, Offer> offers) {
        if (agreementAcceptedAt == null) {
            throw Refusal.conflict("order.agreement-missing");
        }
        var wanted = new HashSet<String>();
        for (var line : lines) {
            var offer = offer(line, offers);
            if (!wanted.add(sku(offer)) && offer.trial()) {
                throw Refusal.conflict("order.trial-once", offer.title());
            }
        }
        for (var line : lines) {
            check(line, offer(line, offers), wanted);
        }
    }

    private static Offer offer(OrderLine line, Map<?, Offer> offers) {
        var offer = offers.get(line.offer());
        if (offer == null) {
            throw Refusal.conflict("order.offer-not-sold");
        }
        return offer;
    }

    private void check(OrderLine line, Offer offer, Set<String> wanted) {
        if (!offer.market().equals(country)
                || offer.segment() != segment
                || !offer.unitPrice().currency().getCurrencyCode().equals(currency)) {
            throw Refusal.conflict("order.offer-not-for-customer", offer.title());
        }
        if (!offer.allows(line.quantity())) {
            throw Refusal.invalid(
                    "quantity",
                    "order.quantity-out-of-range",
                    offer.title(),
                    offer.minimumQuantity(),
                    offer.maximumQuantity());
        }
        if (offer.trial()) {
            checkTrial(offer);
        }
        if (line.parent() != null && parent(line, offer) == null) {
            throw Refusal.conflict("order.parent-not-fitting", offer.title());
        }
        if (offer.addOn()
                && line.parent() == null
                && offer.prerequisites().stream().noneMatch(sku -> owned.containsKey(sku) || wanted.contains(sku))) {
            throw Refusal.conflict("order.prerequisite-missing", offer.title());
        }
        var reseller = line.reseller();
        if (reseller != null && !resellers.contains(reseller)) {
            throw Refusal.conflict("order.reseller-not-possible");
        }
    }

    /** Once per customer and offer, and not of what the customer has already (portal reference 2.7). */
    private void checkTrial(Offer offer) {
        if (tried.contains(sku(offer))) {
            throw Refusal.conflict("order.trial-once", offer.title());
        }
        if (offer.upgradeTargets().stream().anyMatch(owned::containsKey)) {
            throw Refusal.conflict("order.trial-owned", offer.title());
        }
    }

    /**
     * What an add-on will belong to: the subscription that its line names; else what is ordered with it, before the latest
     * that the customer has. Null for offers that stand for themselves.
     */
    public @Nullable Base base(OrderLine line, Offer offer, Map<String, Base> ordered) {
        if (!offer.addOn()) {
            return null;
        }
        if (line.parent() != null) {
            return parent(line, offer);
        }
        return offer.prerequisites().stream()
                .map(sku -> ordered.containsKey(sku) ? ordered.get(sku) : latest(sku))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Base latest(String sku) {
        var bases = owned.getOrDefault(sku, List.of());
        return bases.isEmpty() ? null : bases.getLast();
    }

    private @Nullable Base parent(OrderLine line, Offer offer) {
        return !offer.addOn()
                ? null
                : offer.prerequisites().stream()
                        .flatMap(sku -> owned.getOrDefault(sku, List.of()).stream())
                        .filter(base -> base.id().equals(line.parent()))
                        .findFirst()
                        .orElse(null);
    }

    private static String sku(Offer offer) {
        return offer.productId() + ":" + offer.skuId();
    }
}
