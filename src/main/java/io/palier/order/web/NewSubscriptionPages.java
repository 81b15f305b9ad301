package io.palier.order.web;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * New subscription: offers, quantities, reseller, Submit. Searching, paging and totals post the same form, so that what
 * was picked stays picked without script.
 */
@Controller
@RequestMapping("/customers/{relationship}/subscriptions/new")
class NewSubscriptionPages {
    private final Orders orders;
    private final OrderRequests requests;
    private final Partnerships partnerships;
    private final Catalog catalog;

    NewSubscriptionPages(Orders orders, OrderRequests requests, Partnerships partnerships, Catalog catalog) {
        this.orders = orders;
        this.requests = requests;
        this.partnerships = partnerships;
        this.catalog = catalog;
    }

    /**
     * The form beside the quantities.
     *
     * @param request hidden; makes a second submit the same order
     * @param action search, next, update or submit
     * @param after where the next page of offers starts
     * @param quantity never sent; names the quantities as a whole where they are refused
     */
    record OrderForm(
            @Nullable UUID request,
            @Nullable String action,
            @Nullable String text,
            @Nullable String after,
            @Nullable String reseller,
            @Nullable String quantity) {

        boolean submits() {
            return "submit".equals(action);
        }

        @Nullable
        Cursor cursor() {
            return "next".equals(action) ? anyLength(after).orElse(null) : null;
        }

        private static Optional<Cursor> anyLength(@Nullable String text) {
            for (int size = 1; size < 10; size++) {
                var cursor = Cursor.parse(text, size);
                if (cursor.isPresent()) {
                    return cursor;
                }
            }
            return Optional.empty();
        }

        @Nullable
        OrganizationId credited() {
            if (reseller == null || reseller.isEmpty()) {
                return null;
            }
            try {
                return new OrganizationId(UUID.fromString(reseller));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("reseller", "order.reseller-not-possible");
            }
        }
    }

    /** A picked offer with what was typed. */
    record Picked(Offer offer, String quantity, @Nullable Money charge) {}

    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @RequestParam(required = false) @Nullable String text,
            Model page) {
        var terms = orders.terms(viewer, relationship);
        var reseller = terms.customer().reseller();
        var form = new OrderForm(Uuids.next(), null, text, null, reseller == null ? "" : reseller.toString(), null);
        page.addAttribute("orderForm", form);
        return show(viewer, terms, form, Selection.of(Map.of()), page);
    }

    private String show(Viewer viewer, Orders.Terms terms, OrderForm form, Selection selection, Model page) {
        var prices = viewer.isProvider() && viewer.may(Right.SEE_PRICES);
        var found = catalog.search(terms.offers().text(form.text()), viewer.locale(), form.cursor());
        var picked = picked(viewer, selection, prices);
        page.addAttribute("customer", terms.customer());
        page.addAttribute("direct", terms.direct());
        page.addAttribute("possible", terms.possible());
        page.addAttribute("prices", prices);
        page.addAttribute("request", form.request() == null ? Uuids.next() : form.request());
        page.addAttribute("picked", picked);
        page.addAttribute("total", total(picked));
        page.addAttribute(
                "offers",
                found.rows().stream()
                        .filter(offer -> !selection.quantities().containsKey(offer.id()))
                        .toList());
        page.addAttribute("next", found.next());
        page.addAttribute("resellers", partnerships.resellers(viewer));
        return "order/new";
    }

    private List<Picked> picked(Viewer viewer, Selection selection, boolean prices) {
        var offers = catalog.offers(selection.quantities().keySet(), viewer.locale());
        var picked = new ArrayList<Picked>();
        selection.quantities().forEach((id, typed) -> {
            var offer = offers.get(id);
            if (offer != null) {
                picked.add(new Picked(offer, typed, prices ? charge(offer, typed) : null));
            }
        });
        return picked;
    }

    private static @Nullable Money charge(Offer offer, String typed) {
        try {
            return offer.unitPrice().times(Math.max(0, Integer.parseInt(typed))).rounded();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Money total(List<Picked> picked) {
        Money total = null;
        for (var one : picked) {
            var charge = one.charge();
            if (charge != null) {
                total = total == null ? charge : total.plus(charge);
            }
        }
        return total;
    }

    @PostMapping
    String submit(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @ModelAttribute OrderForm orderForm,
            BindingResult problems,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var terms = orders.terms(viewer, relationship);
        var selection = Selection.of(parameters);
        if (!orderForm.submits()) {
            return show(viewer, terms, orderForm, selection, page);
        }
        var leads = Forms.result(problems, () -> place(viewer, terms, orderForm, selection, after));
        return leads == null ? Forms.again(response, show(viewer, terms, orderForm, selection, page)) : leads;
    }

    private String place(
            Viewer viewer, Orders.Terms terms, OrderForm form, Selection selection, RedirectAttributes after) {
        var request = form.request() == null ? Uuids.next() : form.request();
        var relationship = terms.customer().id();
        if (selection.isEmpty()) {
            throw Refusal.invalid("quantity", "order.nothing-picked");
        }
        var reseller = viewer.isReseller() ? viewer.organization() : form.credited();
        var lines = selection.quantities().keySet().stream()
                .map(offer -> line(offer, selection, reseller))
                .toList();
        if (terms.direct()) {
            var order = orders.place(viewer, request, relationship, lines);
            Forms.done(after, "order.done.placed", order.number());
            return "redirect:/customers/" + relationship;
        }
        requests.ask(viewer, new OrderRequestId(request), relationship, lines);
        Forms.done(after, "order.done.asked");
        return "redirect:/order-requests";
    }

    private static OrderLine line(AvailabilityId offer, Selection selection, @Nullable OrganizationId reseller) {
        return new OrderLine(offer, selection.quantity(offer), reseller);
    }
}
