package io.palier.order.web;

import io.palier.identity.Viewer;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
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

/** What was asked for: to be answered by who may, followed by who asked. */
@Controller
@RequestMapping("/order-requests")
class OrderRequestPages {
    private final OrderRequests requests;

    OrderRequestPages(OrderRequests requests) {
        this.requests = requests;
    }

    /** Why something is refused. */
    record AnswerForm(@Nullable String reason) {
        static final AnswerForm EMPTY = new AnswerForm(null);
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        page.addAttribute("answerForm", AnswerForm.EMPTY);
        page.addAttribute("slice", requests.list(viewer, !answered, cursor));
        page.addAttribute("answered", answered);
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", "/order-requests?answered=" + answered + "&");
        return "order/requests";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable OrderRequestId id, Model page) {
        page.addAttribute("answerForm", AnswerForm.EMPTY);
        return shown(viewer, id, page);
    }

    private String shown(Viewer viewer, OrderRequestId id, Model page) {
        page.addAttribute("row", requests.get(viewer, id));
        return "order/request";
    }

    /** Answers, or takes back, what was asked for. */
    @PostMapping("/{id}/{answer:approval|refusal|withdrawal}")
    String answer(
            Viewer viewer,
            @PathVariable OrderRequestId id,
            @PathVariable String answer,
            @ModelAttribute AnswerForm answerForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!Forms.accepted(problems, () -> answer(viewer, id, answer, answerForm))) {
            return Forms.again(response, shown(viewer, id, page));
        }
        Forms.done(after, "order.done." + answer);
        return "redirect:/order-requests";
    }

    private void answer(Viewer viewer, OrderRequestId id, String answer, AnswerForm form) {
        switch (answer) {
            case "approval" -> requests.approve(viewer, id);
            case "refusal" -> requests.refuse(viewer, id, form.reason() == null ? "" : form.reason());
            case "withdrawal" -> requests.withdraw(viewer, id);
            default -> throw Refusal.notFound();
        }
    }
}
