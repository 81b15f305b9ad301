package io.palier.support.web;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.shared.Names;
import io.palier.shared.Uuids;
import io.palier.shared.web.Forms;
import io.palier.subscription.SubscriptionId;
import io.palier.support.NewServiceRequest;
import io.palier.support.ServiceRequests;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
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

/** A new service request, about a customer or about the viewer's own organization. */
@Controller
class NewServiceRequestPages {
    private final ServiceRequests requests;

    NewServiceRequestPages(ServiceRequests requests) {
        this.requests = requests;
    }

    /**
     * What is asked, as typed.
     *
     * @param subscription an id; null or empty for none
     */
    record NewRequestForm(
            @NotBlank @Nullable String topic,
            @Nullable String subscription,
            @NotBlank @Size(max = 200) @Nullable String title,
            @NotBlank @Size(max = 10_000) @Nullable String description,
            @NotBlank @Nullable String severity,
            @NotBlank @Size(max = 100) @Nullable String firstName,
            @NotBlank @Size(max = 100) @Nullable String lastName,
            @NotBlank @Size(max = 200) @Nullable String email,
            @Size(max = 50) @Nullable String phone) {

        static NewRequestForm of(Contact contact, @Nullable String subscription) {
            return new NewRequestForm(
                    null,
                    subscription,
                    null,
                    null,
                    null,
                    contact.firstName(),
                    contact.lastName(),
                    contact.email(),
                    contact.phone());
        }

        NewServiceRequest wanted(Locale language) {
            return new NewServiceRequest(
                    Names.read(SupportTopic.class, topic).orElse(null),
                    Names.read(Severity.class, severity).orElse(null),
                    orEmpty(title),
                    orEmpty(description),
                    chosen(),
                    language,
                    new Contact(orEmpty(firstName), orEmpty(lastName), orEmpty(email), phone));
        }

        /** What is no id is no subscription either, which the door says. */
        private @Nullable SubscriptionId chosen() {
            var typed = orEmpty(subscription);
            return typed.isBlank()
                    ? null
                    : Uuids.parse(typed).map(SubscriptionId::new).orElseGet(SubscriptionId::next);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/service-requests/new")
    String about(Viewer viewer, Model page) {
        return begin(viewer, null, null, page);
    }

    @GetMapping("/customers/{relationship}/service-requests/new")
    String aboutCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @RequestParam(required = false) @Nullable String subscription,
            Model page) {
        return begin(viewer, relationship, subscription, page);
    }

    private String begin(
            Viewer viewer, @Nullable RelationshipId relationship, @Nullable String subscription, Model page) {
        var opening = requests.prepare(viewer, relationship);
        page.addAttribute("newRequestForm", NewRequestForm.of(opening.contact(), subscription));
        return shown(viewer, relationship, page);
    }

    private String shown(Viewer viewer, @Nullable RelationshipId relationship, Model page) {
        var opening = requests.prepare(viewer, relationship);
        page.addAttribute("opening", opening);
        page.addAttribute("customer", opening.customer());
        page.addAttribute("topics", SupportTopic.values());
        page.addAttribute("severities", Severity.values());
        return "support/new";
    }

    @PostMapping("/service-requests/new")
    String ask(
            Viewer viewer,
            @Valid @ModelAttribute NewRequestForm newRequestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        return ask(viewer, null, newRequestForm, problems, response, after, page);
    }

    @PostMapping("/customers/{relationship}/service-requests/new")
    String askAboutCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @Valid @ModelAttribute NewRequestForm newRequestForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        return ask(viewer, relationship, newRequestForm, problems, response, after, page);
    }

    private String ask(
            Viewer viewer,
            @Nullable RelationshipId relationship,
            NewRequestForm form,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var opened = Forms.result(problems, () -> requests.open(viewer, relationship, form.wanted(viewer.locale())));
        if (opened == null) {
            return Forms.again(response, shown(viewer, relationship, page));
        }
        Forms.done(after, "support.done.opened", opened.number(), opened.handlerName());
        return "redirect:/service-requests/" + opened.id();
    }
}
