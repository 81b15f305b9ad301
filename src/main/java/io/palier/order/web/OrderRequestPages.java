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

    OrderRequestPages(OrderRequests requests) {
        this.requests = requests;
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

    @PostMapping("/order-requests/{id}/approval")
    String approve(
            Viewer viewer,
            @PathVariable OrderRequestId id,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var done = Forms.accepted(problems, () -> requests.approve(viewer, id));
        return answer(done, "order.done.approved", viewer, response, after, page);
    }

    @PostMapping("/order-requests/{id}/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable OrderRequestId id,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var reason = requestForm.reason() == null ? "" : requestForm.reason();
        var done = Forms.accepted(problems, () -> requests.refuse(viewer, id, reason));
        return answer(done, "order.done.refused", viewer, response, after, page);
    }

    @PostMapping("/order-requests/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable OrderRequestId id,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var done = Forms.accepted(problems, () -> requests.withdraw(viewer, id));
        return answer(done, "order.done.withdrawn", viewer, response, after, page);
    }

    @PostMapping("/customers/{relationship}/subscriptions/{id}/upgrade-requests")
    String askForUpgrade(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var target = requestForm.target() == null ? "" : requestForm.target();
        var done = Forms.accepted(
                problems, () -> requests.askForUpgrade(viewer, requestForm.id(), id, new AvailabilityId(target)));
        return answer(done, "order.done.asked", viewer, response, after, page);
    }

    @PostMapping("/customers/{relationship}/subscriptions/{id}/license-requests")
    String askForLicenses(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var done = Forms.accepted(
                problems, () -> requests.askForLicenses(viewer, requestForm.id(), id, requestForm.number()));
        return answer(done, "order.done.asked", viewer, response, after, page);
    }

    private String answer(
            boolean done,
            String message,
            Viewer viewer,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!done) {
            return Forms.again(response, filled(viewer, false, null, page));
        }
        Forms.done(after, message);
        return "redirect:/order-requests";
    }
}
