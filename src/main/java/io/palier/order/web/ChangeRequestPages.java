package io.palier.order.web;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import io.palier.shared.web.Forms;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for a change of a subscription: other licenses, or another offer. */
@Controller
@RequestMapping("/customers/{relationship}/subscriptions/{id}/{wish:upgrade-requests|license-requests}")
class ChangeRequestPages {
    private final OrderRequests requests;
    private final Subscriptions subscriptions;
    private final Customers customers;

    ChangeRequestPages(OrderRequests requests, Subscriptions subscriptions, Customers customers) {
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.customers = customers;
    }

    /**
     * What is asked for.
     *
     * @param request hidden; makes a second submit the same request
     */
    record ChangeRequestForm(
            @Nullable UUID request,
            @Nullable String target,
            @Nullable String quantity) {

        OrderRequestId id() {
            return new OrderRequestId(request == null ? Uuids.next() : request);
        }

        AvailabilityId offer() {
            return new AvailabilityId(target == null ? "" : target);
        }

        int number() {
            try {
                return Integer.parseInt(quantity == null ? "" : quantity.strip());
            } catch (NumberFormatException e) {
                throw Refusal.invalid("quantity", "subscription.quantity-no-number");
            }
        }
    }

    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @PathVariable String wish,
            Model page) {
        page.addAttribute("changeRequestForm", new ChangeRequestForm(Uuids.next(), null, null));
        return shown(viewer, relationship, id, wish, page);
    }

    private String shown(Viewer viewer, RelationshipId relationship, SubscriptionId id, String wish, Model page) {
        var seen = subscriptions.get(viewer, id);
        if (!seen.relationship().equals(relationship)) {
            throw Refusal.notFound();
        }
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("subscription", seen);
        page.addAttribute("wish", wish);
        page.addAttribute("targets", subscriptions.upgradeTargets(seen, viewer.locale()));
        return "order/ask";
    }

    @PostMapping
    String ask(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @PathVariable String wish,
            @ModelAttribute ChangeRequestForm changeRequestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!Forms.accepted(problems, () -> ask(viewer, id, wish, changeRequestForm))) {
            return Forms.again(response, shown(viewer, relationship, id, wish, page));
        }
        Forms.done(after, "order.done.asked");
        return "redirect:/order-requests";
    }

    private void ask(Viewer viewer, SubscriptionId id, String wish, ChangeRequestForm form) {
        switch (wish) {
            case "upgrade-requests" -> requests.askForUpgrade(viewer, form.id(), id, form.offer());
            case "license-requests" -> requests.askForLicenses(viewer, form.id(), id, form.number());
            default -> throw Refusal.notFound();
        }
    }
}
