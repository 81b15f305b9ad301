package io.palier.order.web;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.shared.Cursor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was asked for: to be answered by who may, followed by who asked. */
@Controller
class OrderRequestPages {
    private final OrderRequests requests;
    private final Subscriptions subscriptions;

    OrderRequestPages(OrderRequests requests, Subscriptions subscriptions) {
        this.requests = requests;
        this.subscriptions = subscriptions;
    }

    /** What is asked for, or why it is refused. */
    record RequestForm(
            @Nullable UUID request,
            @Nullable String target,
            @Nullable String quantity,
            @Nullable String reason) {
        static final RequestForm EMPTY = new RequestForm(null, null, null, null);

        OrderRequestId id() {
            return new OrderRequestId(request == null ? Uuids.next() : request);
        }

        AvailabilityId offer() {
            return new AvailabilityId(target == null ? "" : target);
        }

        int number() {
            try {
                return Integer.parseInt(quantity == null ? "" : quantity);
            } catch (NumberFormatException e) {
                throw Refusal.invalid("quantity", "subscription.quantity-no-number");
            }
        }
    }

    @GetMapping("/order-requests")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("requestForm", RequestForm.EMPTY);
        return filled(viewer, answered, Cursor.parse(after, 1).orElse(null), page);
    }

    private String filled(Viewer viewer, boolean answered, @Nullable Cursor cursor, Model page) {
        page.addAttribute("slice", requests.list(viewer, !answered, cursor));
        page.addAttribute("answered", answered);
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", "/order-requests?answered=" + answered + "&");
        return "order/requests";
    }

    /** Answers, or takes back, what was asked for. */
    @PostMapping("/order-requests/{id}/{answer:approval|refusal|withdrawal}")
    String answer(
            Viewer viewer,
            @PathVariable OrderRequestId id,
            @PathVariable String answer,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!Forms.accepted(problems, () -> answer(viewer, id, answer, requestForm))) {
            return Forms.again(response, filled(viewer, false, null, page));
        }
        Forms.done(after, "order.done." + answer);
        return "redirect:/order-requests";
    }

    private void answer(Viewer viewer, OrderRequestId id, String answer, RequestForm form) {
        switch (answer) {
            case "approval" -> requests.approve(viewer, id);
            case "refusal" -> requests.refuse(viewer, id, form.reason() == null ? "" : form.reason());
            case "withdrawal" -> requests.withdraw(viewer, id);
            default -> throw Refusal.notFound();
        }
    }

    /** Asks for a change of a subscription. */
    @PostMapping("/customers/{relationship}/subscriptions/{id}/{wish:upgrade-requests|license-requests}")
    String ask(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @PathVariable String wish,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!subscriptions.get(viewer, id).relationship().equals(relationship)) {
            throw Refusal.notFound();
        }
        if (!Forms.accepted(problems, () -> ask(viewer, id, wish, requestForm))) {
            return Forms.again(response, filled(viewer, false, null, page));
        }
        Forms.done(after, "order.done.asked");
        return "redirect:/order-requests";
    }

    private void ask(Viewer viewer, SubscriptionId id, String wish, RequestForm form) {
        switch (wish) {
            case "upgrade-requests" -> requests.askForUpgrade(viewer, form.id(), id, form.offer());
            case "license-requests" -> requests.askForLicenses(viewer, form.id(), id, form.number());
            default -> throw Refusal.notFound();
        }
    }
}
