package io.palier.onboarding.web;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.onboarding.CustomerDrafts;
import io.palier.onboarding.Draft;
import io.palier.onboarding.DraftData;
import io.palier.onboarding.DraftId;
import io.palier.onboarding.FirstOrders;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Second step: what the customer buys. One form, so that nothing typed is lost whichever button is pressed. */
@Controller
@RequestMapping("/customers/new/{draft}/subscriptions")
class SubscriptionStepPages {
    private static final String VIEW = "onboarding/subscriptions";

    private final CustomerDrafts drafts;
    private final FirstOrders orders;
    private final Partnerships partnerships;

    SubscriptionStepPages(CustomerDrafts drafts, FirstOrders orders, Partnerships partnerships) {
        this.drafts = drafts;
        this.orders = orders;
        this.partnerships = partnerships;
    }

    /**
     * What the form sends.
     *
     * @param line availability ids, in step with {@code quantity}
     * @param add availability id of the button pressed
     * @param remove likewise
     * @param reseller partner of record
     */
    record SubscriptionsForm(
            @Nullable List<String> line,
            @Nullable List<String> quantity,
            @Nullable String reseller,
            @Nullable String q,
            @Nullable Term term,
            @Nullable BillingPlan plan,
            @Nullable String add,
            @Nullable String remove,
            @Nullable String next,
            @Nullable String update) {

        List<DraftData.Line> lines() {
            var ids = Objects.requireNonNullElse(line, List.<String>of());
            var typed = Objects.requireNonNullElse(quantity, List.<String>of());
            var lines = new ArrayList<DraftData.Line>();
            for (int i = 0; i < Math.min(ids.size(), typed.size()); i++) {
                if (typed.get(i).length() <= 20 && typed.get(i).indexOf('\0') < 0) {
                    lines.add(new DraftData.Line(ids.get(i), typed.get(i).strip()));
                }
            }
            return lines;
        }

        @Nullable
        String credited() {
            return reseller == null || reseller.matches("[0-9a-fA-F-]{0,36}") ? reseller : null;
        }
    }

    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable DraftId draft,
            SubscriptionsForm form,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var found = drafts.get(viewer, draft);
        return found.isOpen() ? show(viewer, found, form, after, page) : Steps.over(found);
    }

    @PostMapping
    String change(
            Viewer viewer,
            @PathVariable DraftId draft,
            SubscriptionsForm form,
            HttpServletResponse response,
            Model page) {
        var saved = drafts.save(viewer, draft, data -> changed(viewer, data, form));
        if (form.next() == null) {
            return "redirect:" + here(draft, form);
        }
        var order = orders.price(viewer, saved.data());
        if (order.hasProblems() || (!order.isEmpty() && whyNoOrder(viewer, saved) != null)) {
            page.addAttribute("problems", true);
            return Forms.again(response, show(viewer, saved, form, null, page));
        }
        return "redirect:" + NewCustomerPages.address(draft) + "/review";
    }

    /** Keeps the quantities while they are typed and answers with the running total. */
    @PostMapping("/draft")
    String autosave(Viewer viewer, @PathVariable DraftId draft, SubscriptionsForm form, Model page) {
        var saved = drafts.save(viewer, draft, data -> data.quantities(form.lines(), form.credited()));
        page.addAttribute("order", orders.price(viewer, saved.data()));
        return "onboarding/total :: total";
    }

    private DraftData changed(Viewer viewer, DraftData data, SubscriptionsForm form) {
        var changed = data.quantities(form.lines(), form.credited());
        if (form.remove() != null) {
            changed = changed.minus(form.remove());
        }
        var add = form.add();
        if (add != null) {
            var smallest = orders.smallestQuantity(viewer, add);
            changed = smallest == 0 ? changed : changed.plus(add, smallest);
        }
        return changed;
    }

    private String show(Viewer viewer, Draft draft, SubscriptionsForm form, @Nullable String after, Model page) {
        var data = draft.data();
        var cursor = Cursor.parse(after, 1)
                .or(() -> Cursor.parse(after, 2))
                .or(() -> Cursor.parse(after, 3))
                .or(() -> Cursor.parse(after, 4))
                .or(() -> Cursor.parse(after, 5));
        page.addAttribute("draft", draft.id());
        page.addAttribute("account", data.account());
        page.addAttribute("order", orders.price(viewer, data));
        page.addAttribute("whyNoOrder", whyNoOrder(viewer, draft));
        page.addAttribute("resellers", partnerships.resellers(viewer));
        page.addAttribute("credited", data.creditedReseller());
        page.addAttribute("search", SearchText.of(form.q()).typed());
        page.addAttribute("term", form.term());
        page.addAttribute("plan", form.plan());
        page.addAttribute("terms", Term.values());
        page.addAttribute("plans", BillingPlan.values());
        page.addAttribute(
                "offers",
                orders.offers(
                        viewer,
                        data.account(),
                        SearchText.of(form.q()),
                        form.term(),
                        form.plan(),
                        cursor.orElse(null)));
        page.addAttribute(
                "base", here(draft.id(), form) + (here(draft.id(), form).contains("?") ? "&" : "?"));
        page.addAttribute("first", cursor.isEmpty());
        return VIEW;
    }

    /** Message key of why this customer cannot get an order now; null if it can. */
    private static @Nullable String whyNoOrder(Viewer viewer, Draft draft) {
        if (!viewer.may(Right.PLACE_ORDER)) {
            return "onboarding.no-order.right";
        }
        return draft.data().account().agreementAccepted() ? null : "onboarding.no-order.agreement";
    }

    private static String here(DraftId draft, SubscriptionsForm form) {
        var address = UriComponentsBuilder.fromPath(NewCustomerPages.address(draft) + "/subscriptions");
        var text = SearchText.of(form.q()).typed();
        if (!text.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (form.term() != null) {
            address.queryParam("term", form.term());
        }
        if (form.plan() != null) {
            address.queryParam("plan", form.plan());
        }
        return address.encode().buildAndExpand(Map.of("q", text)).toUriString();
    }
}
