package io.palier.order.rest;

import io.palier.api.Fault;
import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerChoice;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the lines of a body into what {@link io.palier.order.Orders} takes (commerce contract 3.1 and 3.2). */
@Component
class LineReader {
    private static final Fault.Code NO_OFFER = Fault.Code.of(400, 800004);
    private static final Fault.Code OWN_ID = Fault.Code.of(404, 2072);
    private static final Fault.Code UNKNOWN_PARTNER = Fault.Code.of(404, 800015);

    private final Catalog catalog;
    private final Partnerships partnerships;
    private final Organizations organizations;

    LineReader(Catalog catalog, Partnerships partnerships, Organizations organizations) {
        this.catalog = catalog;
        this.partnerships = partnerships;
        this.organizations = organizations;
    }

    /**
     * The lines, in their order.
     *
     * @throws Fault the contract's, for the first line that names no offer or partner
     */
    List<OrderLine> read(Viewer viewer, List<WantedLine> wanted) {
        var partners = partners(viewer, wanted);
        return wanted.stream().map(line -> read(viewer, line, partners)).toList();
    }

    private Map<String, ResellerChoice> partners(Viewer viewer, List<WantedLine> wanted) {
        return partnerships.resellers(
                viewer,
                wanted.stream()
                        .map(WantedLine::partnerId)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .toList());
    }

    private OrderLine read(Viewer viewer, WantedLine line, Map<String, ResellerChoice> partners) {
        var quantity = line.quantity();
        if (quantity == null) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The quantity of a line is missing.", "quantity");
        }
        var parent = line.parent();
        return new OrderLine(
                offer(line).id(),
                quantity,
                reseller(viewer, line.partnerId(), partners),
                parent == null ? null : new SubscriptionId(parent),
                line.endsOn());
    }

    /** The offer that a line names. @throws Fault 400 code 800004 */
    Offer offer(WantedLine line) {
        var item = line.item() == null ? "" : line.item().strip();
        try {
            var id = item.substring(item.lastIndexOf(':') + 1).toUpperCase(Locale.ROOT);
            var offer = catalog.offer(new AvailabilityId(id), Locale.ENGLISH);
            return matches(line, offer) ? offer : sibling(line, offer);
        } catch (Refusal unknown) {
            throw new Fault(NO_OFFER, "There is no such offer, or it is no longer sold: " + item, item);
        }
    }

    /**
     * Clients that know one availability name another term or billing cycle of the same SKU. Who names only a billing
     * cycle stays with the term, where it is sold like that.
     */
    private Offer sibling(WantedLine line, Offer offer) {
        return catalog.sold(offer.sku(), offer.market(), Locale.ENGLISH).offers().stream()
                .filter(other -> other.segment() == offer.segment()
                        && other.unitPrice().currency().equals(offer.unitPrice().currency())
                        && matches(line, other))
                .min(Comparator.comparing(other -> other.term() != offer.term()))
                .orElseThrow(() -> new Fault(
                        NO_OFFER,
                        "This offer is not sold for that term and billing cycle.",
                        offer.catalogItemId(),
                        String.valueOf(line.termDuration()),
                        String.valueOf(line.billingCycle())));
    }

    private static boolean matches(WantedLine line, Offer offer) {
        var term = line.termDuration();
        return (term == null
                        || term.isBlank()
                        || term.strip().equalsIgnoreCase(offer.term().name()))
                && BillingCycle.plan(line.billingCycle())
                        .map(plan -> plan == offer.plan())
                        .orElse(true);
    }

    private @Nullable OrganizationId reseller(
            Viewer viewer, @Nullable String partnerId, Map<String, ResellerChoice> partners) {
        if (partnerId == null || partnerId.isBlank()) {
            return null;
        }
        var partner = partners.get(partnerId.strip());
        return partner == null ? own(viewer, partnerId.strip()) : partner.id();
    }

    private OrganizationId own(Viewer viewer, String partnerId) {
        if (!partnerId.equals(organizations.get(viewer.organization()).locationPartnerId())) {
            throw new Fault(UNKNOWN_PARTNER, "No indirect reseller of yours has this partner id.", partnerId);
        }
        if (!viewer.isReseller()) {
            throw new Fault(OWN_ID, "A provider's own partner id is no partner of record.", partnerId);
        }
        return viewer.organization();
    }
}
