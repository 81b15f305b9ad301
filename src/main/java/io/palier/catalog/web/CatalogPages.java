package io.palier.catalog.web;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Catalog.MarketChoice;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuRules;
import io.palier.catalog.Term;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.portal.PageFrame;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog to look through: for providers their own market first, for operators everything. */
@Controller
class CatalogPages {
    private final Catalog catalog;
    private final Organizations organizations;
    private final PageFrame frame;

    CatalogPages(Catalog catalog, Organizations organizations, PageFrame frame) {
        this.catalog = catalog;
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
        if (!viewer.isProvider()) {
            throw Refusal.notFound();
        }
        var markets = catalog.choices().markets();
        var chosen = markets.stream()
                .filter(market -> market.toString().equals(query.market()))
                .findFirst()
                .orElseGet(() -> ownMarket(viewer, markets));
        return list(viewer, "/catalog", query, chosen, after, language, page);
    }

    @GetMapping("/operator/catalog")
    String manage(
            Viewer viewer,
            OfferQuery query,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model page) {
        if (!viewer.isOperator()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.MANAGE_CATALOG);
        var chosen = catalog.choices().markets().stream()
                .filter(market -> market.toString().equals(query.market()))
                .findFirst()
                .orElse(null);
        return list(viewer, "/operator/catalog", query, chosen, after, language, page);
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
        page.addAttribute("offers", catalog.search(query.filter(chosen), language, cursor));
        page.addAttribute("choices", catalog.choices());
        page.addAttribute("chosen", Objects.toString(chosen, ""));
        page.addAttribute("query", query);
        page.addAttribute("segments", Segment.values());
        page.addAttribute("terms", Term.values());
        page.addAttribute("plans", BillingPlan.values());
        page.addAttribute("path", path);
        page.addAttribute("base", query.base(path));
        page.addAttribute("first", cursor == null);
        page.addAttribute("noLimit", SkuRules.NO_LIMIT);
        page.addAttribute("operator", viewer.isOperator());
        page.addAttribute("seesPrices", viewer.may(Right.SEE_PRICES));
        page.addAttribute("whyNoPrices", frame.whyNot(Right.SEE_PRICES.name(), language));
        return "catalog/list";
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
