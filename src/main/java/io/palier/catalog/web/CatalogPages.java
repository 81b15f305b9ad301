package io.palier.catalog.web;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Catalog.MarketChoice;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuOffers;
import io.palier.catalog.SkuRules;
import io.palier.catalog.Term;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.portal.PageFrame;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog to look through: for providers their own market first, for operators everything. */
@Controller
class CatalogPages {
    private final Catalog catalog;
    private final CatalogFile file;
    private final Organizations organizations;
    private final PageFrame frame;

    CatalogPages(Catalog catalog, CatalogFile file, Organizations organizations, PageFrame frame) {
        this.catalog = catalog;
        this.file = file;
        this.organizations = organizations;
        this.frame = frame;
    }

    @GetMapping("/catalog")
    String browse(
            Viewer viewer,
            OfferQuery query,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model page) {
        return list(viewer, "/catalog", query, market(viewer, query), after, language, page);
    }

    @GetMapping("/operator/catalog")
    String manage(
            Viewer viewer,
            OfferQuery query,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model page) {
        return list(viewer, "/operator/catalog", query, managedMarket(viewer, query), after, language, page);
    }

    @GetMapping("/catalog/export.csv")
    void export(Viewer viewer, OfferQuery query, Locale language, HttpServletResponse response) throws IOException {
        file.write(viewer, query.filter(market(viewer, query)), language, response);
    }

    @GetMapping("/operator/catalog/export.csv")
    void exportAll(Viewer viewer, OfferQuery query, Locale language, HttpServletResponse response) throws IOException {
        file.write(viewer, query.filter(managedMarket(viewer, query)), language, response);
    }

    private @Nullable MarketChoice market(Viewer viewer, OfferQuery query) {
        if (!viewer.isProvider()) {
            throw Refusal.notFound();
        }
        var markets = catalog.choices().markets();
        return chosen(markets, query).orElseGet(() -> ownMarket(viewer, markets));
    }

    private @Nullable MarketChoice managedMarket(Viewer viewer, OfferQuery query) {
        if (!viewer.isOperator()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.MANAGE_CATALOG);
        return chosen(catalog.choices().markets(), query).orElse(null);
    }

    private static Optional<MarketChoice> chosen(List<MarketChoice> markets, OfferQuery query) {
        return markets.stream()
                .filter(market -> market.toString().equals(query.market()))
                .findFirst();
    }

    private String list(
            Viewer viewer,
            String path,
            OfferQuery query,
            @Nullable MarketChoice chosen,
            @Nullable String after,
            Locale language,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        var skus = catalog.bySku(query.filter(chosen), language, cursor);
        page.addAttribute("skus", skus);
        page.addAttribute("titles", catalog.titles(related(skus.rows()), language));
        page.addAttribute("choices", catalog.choices());
        page.addAttribute("chosen", Objects.toString(chosen, ""));
        page.addAttribute("query", query);
        page.addAttribute("filtered", query.isFiltered());
        page.addAttribute("segments", Segment.values());
        page.addAttribute("terms", Term.values());
        page.addAttribute("plans", BillingPlan.values());
        page.addAttribute("path", path);
        page.addAttribute("base", query.base(path));
        page.addAttribute("export", query.base(path + "/export.csv"));
        page.addAttribute("first", cursor == null);
        page.addAttribute("noLimit", SkuRules.NO_LIMIT);
        page.addAttribute("operator", viewer.isOperator());
        page.addAttribute("seesPrices", viewer.may(Right.SEE_PRICES));
        page.addAttribute("whyNoPrices", frame.whyNot(Right.SEE_PRICES.name(), language));
        return "catalog/list";
    }

    private static Set<String> related(List<SkuOffers> skus) {
        var related = new HashSet<String>();
        for (var sku : skus) {
            related.addAll(sku.any().prerequisites());
            related.addAll(sku.any().upgradeTargets());
        }
        return related;
    }

    private @Nullable MarketChoice ownMarket(Viewer viewer, List<MarketChoice> markets) {
        var own = organizations.get(viewer.organization());
        return markets.stream()
                .filter(market -> market.country().equals(own.address().country()))
                .min((a, b) -> Boolean.compare(
                        b.currency().equals(own.currency()), a.currency().equals(own.currency())))
                .or(() -> markets.stream()
                        .filter(market -> market.currency().equals(own.currency()))
                        .findFirst())
                .or(() -> markets.stream().findFirst())
                .orElse(null);
    }
}
