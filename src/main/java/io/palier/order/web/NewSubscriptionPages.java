package io.palier.order.web;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * New subscription: offers, quantities, reseller, Submit. Searching, picking, paging and totals post the same form, so
 * that what was picked stays picked without script.
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
     * A picked offer with what was typed.
     *
     * @param charge for the whole term; null without the right to see prices, or if the quantity is not possible
     * @param possible whether the offer allows the quantity
     */
    record Picked(Offer offer, String quantity, @Nullable Money charge, boolean possible) {}

    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @RequestParam(required = false) @Nullable String text,
            Model page) {
        var terms = orders.terms(viewer, relationship);
        var form = OrderForm.empty(text, terms.customer().reseller());
        page.addAttribute("orderForm", form);
        return show(viewer, terms, form, Selection.of(Map.of()), page);
    }

    private String show(Viewer viewer, Orders.Terms terms, OrderForm form, Selection selection, Model page) {
        var prices = viewer.isProvider() && viewer.may(Right.SEE_PRICES);
        var picked = picked(viewer, selection, prices);
        page.addAttribute("customer", terms.customer());
        page.addAttribute("direct", terms.direct());
        page.addAttribute("possible", terms.possible());
        page.addAttribute("prices", prices);
        page.addAttribute("request", form.request() == null ? Uuids.next() : form.request());
        page.addAttribute("picked", picked);
        page.addAttribute("pickedIds", selection.quantities().keySet());
        page.addAttribute("total", total(picked));
        page.addAttribute("slice", catalog.bySku(form.of(terms.offers()), viewer.locale(), form.cursor()));
        page.addAttribute("terms", Term.values());
        page.addAttribute("plans", BillingPlan.values());
        page.addAttribute("resellers", partnerships.resellers(viewer));
        return "order/new";
    }

    private List<Picked> picked(Viewer viewer, Selection selection, boolean prices) {
        var offers = catalog.offers(selection.quantities().keySet(), viewer.locale());
        var picked = new ArrayList<Picked>();
        selection.quantities().forEach((id, typed) -> {
            var offer = offers.get(id);
            if (offer != null) {
                picked.add(picked(offer, typed, prices));
            }
        });
        return picked;
    }

    private static Picked picked(Offer offer, String typed, boolean prices) {
        var quantity = number(typed);
        var possible = offer.allows(quantity);
        var charge = prices && possible ? offer.unitPrice().times(quantity).rounded() : null;
        return new Picked(offer, typed, charge, possible);
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            return -1;
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
        var selection = changed(viewer, orderForm, Selection.of(parameters));
        if (!orderForm.submits()) {
            return show(viewer, terms, orderForm, selection, page);
        }
        var leads = Forms.result(problems, () -> place(viewer, terms, orderForm, selection, after));
        return leads == null ? Forms.again(response, show(viewer, terms, orderForm, selection, page)) : leads;
    }

    private Selection changed(Viewer viewer, OrderForm form, Selection selection) {
        if (form.remove() != null) {
            return selection.minus(form.remove());
        }
        if (form.add() == null) {
            return selection;
        }
        var offer = catalog.offer(new AvailabilityId(form.add()), viewer.locale());
        return selection.plus(offer.id(), offer.trial() ? offer.maximumQuantity() : offer.minimumQuantity());
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
