package io.palier.onboarding;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuOffers;
import io.palier.catalog.Term;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the customer of a draft can be sold, and what the choice costs. */
@Component
public class FirstOrders {
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,7}");
    private static final Pattern AVAILABILITY = Pattern.compile("[0-9A-Z]{12}");

    private final Catalog catalog;
    private final Organizations organizations;

    FirstOrders(Catalog catalog, Organizations organizations) {
        this.catalog = catalog;
        this.organizations = organizations;
    }

    /** The offers by SKU for a draft's customer: its country, its qualification, the provider's currency. */
    public Slice<SkuOffers> offers(
            Viewer viewer,
            AccountStep account,
            SearchText text,
            @Nullable Term term,
            @Nullable BillingPlan plan,
            @Nullable Cursor after) {
        var currency = organizations.get(viewer.organization()).currency();
        var filter = new OfferFilter(account.address().country(), currency, segment(account), text, null, term, plan);
        return catalog.bySku(filter, viewer.locale(), after);
    }

    /** The smallest quantity of an offer; 0 if there is no such offer. */
    public int smallestQuantity(Viewer viewer, String availability) {
        if (!AVAILABILITY.matcher(availability).matches()) {
            return 0;
        }
        var id = new AvailabilityId(availability);
        var offer = catalog.offers(List.of(id), viewer.locale()).get(id);
        return offer == null ? 0 : offer.minimumQuantity();
    }

    /** The lines with offer, amount and what is wrong with each. */
    public FirstOrder price(Viewer viewer, DraftData data) {
        var currency = organizations.get(viewer.organization()).currency();
        var ids = data.lines().stream()
                .map(DraftData.Line::availability)
                .filter(id -> AVAILABILITY.matcher(id).matches())
                .map(AvailabilityId::new)
                .toList();
        var offers = catalog.offers(ids, viewer.locale());
        var items = new ArrayList<FirstOrder.Item>();
        Money total = null;
        for (var line : data.lines()) {
            var item = item(line, data.account(), currency, offers);
            items.add(item);
            var amount = item.amount();
            if (amount != null) {
                total = total == null ? amount : total.plus(amount);
            }
        }
        return new FirstOrder(items, total);
    }

    private static FirstOrder.Item item(
            DraftData.Line line, AccountStep account, @Nullable String currency, Map<AvailabilityId, Offer> offers) {
        var offer = AVAILABILITY.matcher(line.availability()).matches()
                ? offers.get(new AvailabilityId(line.availability()))
                : null;
        var problem = problem(line, offer, account, currency);
        var amount =
                offer == null || problem != null ? null : offer.unitPrice().times(Integer.parseInt(line.quantity()));
        return new FirstOrder.Item(line.availability(), offer, line.quantity(), problem, amount);
    }

    private static @Nullable String problem(
            DraftData.Line line, @Nullable Offer offer, AccountStep account, @Nullable String currency) {
        if (offer == null) {
            return "onboarding.line.gone";
        }
        if (!offer.market().equals(account.address().country())
                || offer.segment() != segment(account)
                || !offer.unitPrice().currency().getCurrencyCode().equals(currency)) {
            return "onboarding.line.not-for-customer";
        }
        if (!QUANTITY.matcher(line.quantity()).matches() || !offer.allows(Integer.parseInt(line.quantity()))) {
            return "onboarding.line.quantity";
        }
        return null;
    }

    private static Segment segment(AccountStep account) {
        return switch (account.special()) {
            case NONE -> Segment.COMMERCIAL;
            case EDUCATION -> Segment.EDUCATION;
            case GOVERNMENT -> Segment.GOVERNMENT;
            case NON_PROFIT -> Segment.CHARITY;
        };
    }
}
