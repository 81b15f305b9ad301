package io.palier.webhook.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.web.Forms;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.Registration;
import io.palier.webhook.WebhookEvent;
import io.palier.webhook.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

/** Where the organization's programs are told what happens, and what was delivered there. */
@Controller
@RequestMapping("/account/webhook")
class WebhookPages {
    private static final String PAGE = "/account/webhook";

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    record WebhookForm(
            @NotBlank @Size(max = 2_000) String url,
            @Nullable List<String> events,
            @Nullable Boolean ownHeader) {

        static WebhookForm of(Registration registration) {
            return new WebhookForm(
                    registration.url(),
                    registration.events().stream().map(WebhookEvent::code).toList(),
                    registration.ownHeader());
        }

        static WebhookForm empty() {
            return new WebhookForm("", WebhookEvent.codes(), false);
        }

        Registration registration() {
            return new Registration(url.strip(), wanted(), Boolean.TRUE.equals(ownHeader));
        }

        private Set<WebhookEvent> wanted() {
            var found = EnumSet.noneOf(WebhookEvent.class);
            for (var code : Objects.requireNonNullElse(events, List.<String>of())) {
                WebhookEvent.of(code).ifPresent(found::add);
            }
            return found;
        }

        public boolean has(String code) {
            return events != null && events.contains(code);
        }
    }

    @GetMapping
    String show(Viewer viewer, @RequestParam(required = false) @Nullable String after, Model page) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        page.addAttribute(
                "webhookForm",
                webhooks.registration(viewer).map(WebhookForm::of).orElseGet(WebhookForm::empty));
        return detail(viewer, after, page);
    }

    @PostMapping
    String register(
            Viewer viewer,
            @Valid @ModelAttribute WebhookForm webhookForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        if (!Forms.accepted(problems, () -> webhooks.register(viewer, webhookForm.registration()))) {
            return Forms.again(response, detail(viewer, null, page));
        }
        return done(after, "webhook.saved");
    }

    @GetMapping("/removal")
    String confirm(Viewer viewer, Model page) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        page.addAttribute("registration", webhooks.registration(viewer).orElse(null));
        return "webhook/removal";
    }

    @PostMapping("/removal")
    String remove(Viewer viewer, RedirectAttributes after) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        webhooks.unregister(viewer);
        return done(after, "webhook.removed");
    }

    @PostMapping("/test")
    String test(Viewer viewer, RedirectAttributes after) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        return "redirect:" + PAGE + "/deliveries/" + webhooks.test(viewer);
    }

    @GetMapping("/deliveries/{delivery}")
    String delivery(Viewer viewer, @PathVariable DeliveryId delivery, Model page) {
        page.addAttribute("delivery", webhooks.delivery(viewer, delivery));
        return "webhook/delivery";
    }

    @PostMapping("/deliveries/{delivery}/replay")
    String replay(Viewer viewer, @PathVariable DeliveryId delivery, RedirectAttributes after) {
        webhooks.replay(viewer, delivery);
        Forms.done(after, "webhook.replayed");
        return "redirect:" + PAGE + "/deliveries/" + delivery;
    }

    private String detail(Viewer viewer, @Nullable String after, Model page) {
        page.addAttribute("registered", webhooks.registration(viewer).isPresent());
        page.addAttribute("events", WebhookEvent.codes());
        page.addAttribute(
                "deliveries", webhooks.deliveries(viewer, Cursor.parse(after, 1).orElse(null)));
        page.addAttribute("first", after == null);
        return "webhook/show";
    }

    private static String done(RedirectAttributes after, String message) {
        Forms.done(after, message);
        return "redirect:" + PAGE;
    }
}
