package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipRequests;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerSort;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.web.Forms;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The provider's indirect resellers: active partnerships, requests, ended partnerships. */
@Controller
@RequestMapping("/resellers")
class ResellerPages {
    private final Partnerships partnerships;
    private final PartnershipRequests requests;

    ResellerPages(Partnerships partnerships, PartnershipRequests requests) {
        this.partnerships = partnerships;
        this.requests = requests;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "active") String tab,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("first", after == null);
        if (tab.equals("requests")) {
            return requests(viewer, InvitationFilter.of(state, search), after, page);
        }
        var ended = tab.equals("ended");
        var order = ended ? ResellerSort.ENDED : sort(sort);
        var text = SearchText.of(search);
        page.addAttribute("tab", ended ? "ended" : "active");
        page.addAttribute("search", text.typed());
        page.addAttribute("sort", order);
        page.addAttribute("sortName", sortName(order));
        page.addAttribute("base", base(ended, text, order));
        page.addAttribute(
                "slice",
                partnerships.list(viewer, order, text, Cursor.parse(after, 2).orElse(null)));
        return "partner/resellers";
    }

    private String requests(Viewer viewer, InvitationFilter filter, @Nullable String after, Model page) {
        page.addAttribute("filter", filter);
        page.addAttribute("base", filter.address("/resellers?tab=requests"));
        page.addAttribute(
                "slice", requests.list(viewer, filter, Cursor.parse(after, 1).orElse(null)));
        return "partner/requests";
    }

    @PostMapping("/{reseller}/ordering")
    String letOrder(
            Viewer viewer,
            @PathVariable OrganizationId reseller,
            @RequestParam int version,
            @RequestParam boolean mayOrder,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "") String search,
            RedirectAttributes after) {
        var name = partnerships.get(viewer, reseller).name();
        partnerships.letOrder(viewer, reseller, version, mayOrder);
        Forms.done(after, mayOrder ? "partner.ordering.allowed" : "partner.ordering.ended", name);
        return "redirect:" + shown(SearchText.of(search), sort(sort));
    }

    /** The active partnerships as they were looked at. */
    private static String shown(SearchText text, ResellerSort order) {
        return text.isEmpty() && order == ResellerSort.NAME
                ? "/resellers"
                : base(false, text, order).replaceFirst("&$", "");
    }

    private static String base(boolean ended, SearchText text, ResellerSort order) {
        var address = UriComponentsBuilder.fromPath("/resellers").queryParam("tab", ended ? "ended" : "active");
        if (!ended) {
            address.queryParam("sort", sortName(order));
        }
        if (!text.isEmpty()) {
            address.queryParam("search", "{search}");
        }
        return address.encode().buildAndExpand(text.typed()).toUriString() + "&";
    }

    private static ResellerSort sort(String name) {
        return switch (name) {
            case "-name" -> ResellerSort.NAME_DESCENDING;
            case "since" -> ResellerSort.SINCE;
            case "-since" -> ResellerSort.SINCE_DESCENDING;
            default -> ResellerSort.NAME;
        };
    }

    private static String sortName(ResellerSort sort) {
        return switch (sort) {
            case NAME -> "name";
            case NAME_DESCENDING -> "-name";
            case SINCE -> "since";
            case SINCE_DESCENDING -> "-since";
            case ENDED -> ResellerSort.ENDED.name().toLowerCase(Locale.ROOT);
        };
    }
}
