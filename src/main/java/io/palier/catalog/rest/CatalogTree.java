package io.palier.catalog.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuOffers;
import io.palier.shared.Refusal;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalog in both shapes of the contract, for a country or a customer; without prices, as the contract has it. */
@Component
public class CatalogTree {
    private static final Fault.Code NO_PRODUCT = Fault.Code.of(404, 400013);
    private static final Fault.Code NO_SKU = Fault.Code.of(404, 400018);
    private static final Fault.Code NO_AVAILABILITY = Fault.Code.of(404, 400019);
    private static final Fault.Code FORBIDDEN_VIEW = Fault.Code.of(403, 400036);
    private static final String LICENSES = "onlineservices";
    private static final Set<String> OTHER_VIEWS = Set.of(
            "azure",
            "azurereservations",
            "azurereservationsvm",
            "azurereservationssql",
            "azurereservationscosmosdb",
            "microsoftazure",
            "software",
            "softwareperpetual",
            "softwaresubscriptions",
            "softwaresuselinux",
            "marketplacesaas");

    private static final Comparator<SkuOffers> BY_ITSELF_FIRST = Comparator.comparing(
                    (SkuOffers sku) -> sku.any().addOn())
            .thenComparing(sku -> sku.any().trial());

    private final Catalog catalog;

    CatalogTree(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * All products.
     *
     * @param targetView as sent; only licenses are sold here, so the other views are empty
     * @throws Fault 403 code 400036 for a view that the contract does not know
     */
    public Page<ProductJson> products(CatalogScope scope, @Nullable String targetView) {
        if (!isLicenses(targetView)) {
            return Page.of(List.of());
        }
        var products = new LinkedHashMap<String, ProductJson>();
        for (var sku : sold(scope)) {
            products.computeIfAbsent(sku.any().productId(), id -> ProductJson.of(scope, sku.any()));
        }
        return Page.of(List.copyOf(products.values()));
    }

    private static boolean isLicenses(@Nullable String targetView) {
        var view = targetView == null ? "" : targetView.strip().toLowerCase(Locale.ROOT);
        if (!view.isEmpty() && !view.equals(LICENSES) && !OTHER_VIEWS.contains(view)) {
            throw new Fault(FORBIDDEN_VIEW, "There is no such target view.", view);
        }
        return view.isEmpty() || view.equals(LICENSES);
    }

    /**
     * One product.
     *
     * @throws Fault 404 code 400013
     */
    public ProductJson product(CatalogScope scope, String product) {
        return ProductJson.of(scope, skusOf(scope, product).getFirst().any());
    }

    /**
     * The SKUs of a product; first what is sold by itself, because programs take the first.
     *
     * @throws Fault 404 code 400013
     */
    public Page<SkuJson> skus(CatalogScope scope, String product) {
        return Page.of(skusOf(scope, product).stream()
                .sorted(BY_ITSELF_FIRST)
                .map(sku -> SkuJson.of(scope, sku.offers()))
                .toList());
    }

    /**
     * One SKU; zeros at its front can be left out.
     *
     * @throws Fault 404 code 400018
     */
    public SkuJson sku(CatalogScope scope, String product, String sku) {
        return SkuJson.of(scope, offers(scope, product, sku));
    }

    /**
     * What of a SKU can be bought now.
     *
     * @throws Fault 404 code 400018
     */
    public Page<AvailabilityJson> availabilities(CatalogScope scope, String product, String sku) {
        var offers = offers(scope, product, sku);
        return Page.of(offers.stream()
                .map(offer -> AvailabilityJson.of(scope, offer, offers))
                .toList());
    }

    /**
     * One availability.
     *
     * @throws Fault 404 code 400018 or 400019
     */
    public AvailabilityJson availability(CatalogScope scope, String product, String sku, String availability) {
        var offers = offers(scope, product, sku);
        return offers.stream()
                .filter(offer -> offer.id().toString().equalsIgnoreCase(availability.strip()))
                .findFirst()
                .map(offer -> AvailabilityJson.of(scope, offer, offers))
                .orElseThrow(() -> new Fault(NO_AVAILABILITY, "There is no such availability here.", availability));
    }

    /** The same as legacy offers, read by number. */
    public Page<OfferJson> offers(CatalogScope scope, @Nullable String category, ListRequest request) {
        var sold = sold(scope);
        var offers = sold.stream()
                .flatMap(sku -> sku.offers().stream())
                .filter(offer -> category == null
                        || category.isBlank()
                        || OfferCategoryJson.Kind.of(offer).isNamed(category))
                .toList();
        return numbered(scope, new OfferIndex(sold), offers, request, category);
    }

    /**
     * One offer, by its catalog item id or its availability alone.
     *
     * @throws Fault 404, also when it is not sold here
     */
    public OfferJson offer(CatalogScope scope, String id) {
        return OfferJson.of(scope, new OfferIndex(sold(scope)), listed(scope, id));
    }

    /** Offers of one market that are known already, in the legacy shape. */
    public Map<AvailabilityId, OfferJson> offers(List<Offer> offers, Locale language, ClientKind client) {
        var shapes = new HashMap<AvailabilityId, OfferJson>();
        if (!offers.isEmpty()) {
            var scope = CatalogScope.ofCountry(offers.getFirst().market(), language, client);
            var index = new OfferIndex(sold(scope));
            offers.forEach(offer -> shapes.put(offer.id(), OfferJson.of(scope, index, offer)));
        }
        return shapes;
    }

    /**
     * The add-ons of an offer.
     *
     * @throws Fault 404, also when it is not sold here
     */
    public Page<OfferJson> addOns(CatalogScope scope, String id, ListRequest request) {
        var index = new OfferIndex(sold(scope));
        return numbered(scope, index, index.addOns(listed(scope, id)).toList(), request, null);
    }

    /** The shelves of the legacy catalog. */
    public Page<OfferCategoryJson> categories(CatalogScope scope) {
        return Page.of(Arrays.stream(OfferCategoryJson.Kind.values())
                .map(kind -> OfferCategoryJson.of(scope, kind))
                .toList());
    }

    private static Page<OfferJson> numbered(
            CatalogScope scope, OfferIndex index, List<Offer> offers, ListRequest request, @Nullable String category) {
        int wanted = request.size() == 0 ? ListRequest.MOST : request.size();
        var items = offers.stream()
                .skip(request.offset())
                .limit(wanted)
                .map(offer -> OfferJson.of(scope, index, offer))
                .toList();
        return request.keeping(kept(scope, category)).numbered(items, request.offset() + items.size() < offers.size());
    }

    /** Country and category, for links. */
    private static String kept(CatalogScope scope, @Nullable String category) {
        var country = scope.query().isEmpty() ? "" : scope.query().substring(1);
        var known = category == null ? "" : category.strip();
        if (known.isEmpty()) {
            return country;
        }
        var named = "offer_category_id=" + URLEncoder.encode(known, UTF_8);
        return country.isEmpty() ? named : country + "&" + named;
    }

    private Offer listed(CatalogScope scope, String id) {
        var availability = id.substring(id.lastIndexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
        var offer = catalog.offer(new AvailabilityId(availability), scope.language());
        if (!scope.shows(offer)) {
            throw Refusal.notFound();
        }
        return offer;
    }

    private List<SkuOffers> sold(CatalogScope scope) {
        return catalog.sold(scope.country(), null, scope.language()).stream()
                .map(sku -> sku.offers().stream().filter(scope::shows).toList())
                .filter(offers -> !offers.isEmpty())
                .map(SkuOffers::new)
                .toList();
    }

    private List<SkuOffers> skusOf(CatalogScope scope, String product) {
        var skus = sold(scope).stream()
                .filter(sku -> sku.any().productId().equalsIgnoreCase(product.strip()))
                .toList();
        if (skus.isEmpty()) {
            throw new Fault(NO_PRODUCT, "There is no such product here.", product);
        }
        return skus;
    }

    private List<Offer> offers(CatalogScope scope, String product, String number) {
        var wanted = SkuId.of(product.toUpperCase(Locale.ROOT), number)
                .map(SkuId::number)
                .orElse("");
        return skusOf(scope, product).stream()
                .filter(sku -> sku.any().skuId().equals(wanted))
                .findFirst()
                .map(SkuOffers::offers)
                .orElseThrow(() -> new Fault(NO_SKU, "There is no such SKU here.", number));
    }
}
