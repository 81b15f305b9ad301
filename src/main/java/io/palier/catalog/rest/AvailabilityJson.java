package io.palier.catalog.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.catalog.Offer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One SKU for one term, billing plan, market, currency and segment (commerce contract 1.2). */
public record AvailabilityJson(
        String id,
        String productId,
        String skuId,
        String catalogItemId,
        String segment,
        String country,
        boolean isPurchasable,
        boolean isRenewable,
        CurrencyJson defaultCurrency,
        List<RenewalInstruction> renewalInstructions,
        List<TermJson> terms,
        List<IncludedQuantity> includedQuantityOptions,
        ProductJson product,
        SkuJson sku,
        Map<String, Link> links,
        Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("Availability");
    /** The days after a purchase or renewal in which it can be given back (commerce contract 4.4). */
    private static final String RETURN_WINDOW = "P7D";

    /** ISO 4217, and its sign as the caller's language writes it. */
    record CurrencyJson(String code, String symbol) {}

    /** What terms of these ids may be followed by. */
    record RenewalInstruction(List<String> applicableTermIds, List<RenewalOption> renewalOptions) {}

    /** A SKU as {@code product:sku} that may follow. */
    record RenewalOption(String renewToId, boolean isAutoRenewable) {}

    /** How long, how charged, and until when it can be given back. */
    record TermJson(
            String id,
            String duration,
            String description,
            BillingCycle billingCycle,
            List<CancellationPolicy> cancellationPolicies) {}

    /** What comes back, and until when. */
    record CancellationPolicy(List<RefundOption> refundOptions) {}

    /** A refund, for so long after the purchase. */
    record RefundOption(int sequenceId, String type, String expiresAfter) {}

    /** Licenses come one by one. */
    record IncludedQuantity(String unit, int quantity) {}

    /** @param siblings the offers of its SKU */
    static AvailabilityJson of(CatalogScope scope, Offer offer, List<Offer> siblings) {
        var path = "/products/" + offer.productId() + "/skus/" + offer.skuId() + "/availabilities/" + offer.id();
        var currency = offer.unitPrice().currency();
        return new AvailabilityJson(
                offer.id().toString(),
                offer.productId(),
                offer.skuId(),
                offer.catalogItemId(),
                CatalogScope.word(offer.segment()),
                offer.market(),
                true,
                !offer.trial(),
                new CurrencyJson(currency.getCurrencyCode(), currency.getSymbol(Locale.of("", offer.market()))),
                offer.trial() ? List.of() : List.of(renewal(offer)),
                List.of(term(scope, offer)),
                List.of(),
                ProductJson.of(scope, offer),
                SkuJson.of(scope, siblings),
                Link.self(scope.address(path)),
                ATTRIBUTES);
    }

    private static RenewalInstruction renewal(Offer offer) {
        var same = new RenewalOption(offer.productId() + ":" + offer.skuId(), true);
        return new RenewalInstruction(List.of(offer.term().name()), List.of(same));
    }

    private static TermJson term(CatalogScope scope, Offer offer) {
        var refund = new CancellationPolicy(List.of(new RefundOption(0, "Full", RETURN_WINDOW)));
        return new TermJson(
                offer.term().name(),
                offer.term().name(),
                "",
                BillingCycle.of(offer.plan(), scope.client()),
                offer.trial() ? List.of() : List.of(refund));
    }
}
