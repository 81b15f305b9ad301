package io.palier.customer.web;

import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.customer.RelationshipRequests;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.invitation.Recipients;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerChoice;
import io.palier.shared.Cursor;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests to existing customers: their list, and a new one. */
@Controller
@RequestMapping("/customers/requests")
class RelationshipRequestPages {
    private static final String LIST = "/customers/requests";

    private final RelationshipRequests requests;
    private final Customers customers;
    private final Partnerships partnerships;
    private final MessageSource messages;

    RelationshipRequestPages(
            RelationshipRequests requests, Customers customers, Partnerships partnerships, MessageSource messages) {
        this.requests = requests;
        this.customers = customers;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    /**
     * What is asked, of whom.
     *
     * @param other the reseller or, asked by a reseller, the provider
     * @param delegated what a ticked box sends, or nothing
     */
    record RequestForm(
            @NotBlank @Size(max = 5000) String recipients,
            @NotBlank @Pattern(regexp = "en|fr") String language,
            @Nullable UUID other,
            @Nullable Boolean delegated) {

        boolean isDelegated() {
            return Boolean.TRUE.equals(delegated);
        }
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model page) {
        var filter = InvitationFilter.of(state, search);
        var slice = requests.list(viewer, filter, Cursor.parse(after, 1).orElse(null));
        var asked = new LinkedHashMap<Object, String>();
        requests.asked(viewer, slice).forEach((id, what) -> {
            Object[] names = {what.providerName(), what.resellerName()};
            asked.put(id, messages.getMessage("customer.request.short." + what.key(), names, locale));
        });
        page.addAttribute("slice", slice);
        page.addAttribute("asked", asked);
        page.addAttribute("filter", filter);
        page.addAttribute("base", filter.address(LIST));
        page.addAttribute("first", after == null);
        return "customer/requests";
    }

    /**
     * An empty form, or one that asks a customer again for rights it took back.
     *
     * @param other the reseller or provider chosen already
     * @param relationship whose contact is asked
     */
    @GetMapping("/new")
    String ask(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID other,
            @RequestParam(required = false) @Nullable UUID relationship,
            Locale locale,
            Model page) {
        requests.requireAsking(viewer);
        var recipient = relationship == null
                ? ""
                : customers
                        .account(viewer, new RelationshipId(relationship))
                        .contact()
                        .email();
        var form = new RequestForm(
                recipient,
                locale.getLanguage(),
                other == null && relationship != null ? reseller(viewer, relationship) : other,
                viewer.may(Right.REQUEST_DELEGATED_ADMINISTRATION));
        page.addAttribute("requestForm", form);
        return page(viewer, locale, page);
    }

    @PostMapping("/new")
    String draft(
            Viewer viewer,
            @Valid @ModelAttribute RequestForm requestForm,
            BindingResult problems,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        requests.requireAsking(viewer);
        var other = requestForm.other() == null ? null : new OrganizationId(requestForm.other());
        var ids = Forms.result(
                problems,
                () -> requests.draft(
                        viewer,
                        Recipients.parse(requestForm.recipients()),
                        Locale.of(requestForm.language()),
                        other,
                        requestForm.isDelegated()));
        if (ids == null) {
            return Forms.again(response, page(viewer, locale, page));
        }
        if (ids.size() == 1) {
            return "redirect:/requests/" + ids.getFirst();
        }
        Forms.done(after, "invitation.drafted", ids.size());
        return "redirect:" + LIST;
    }

    private @Nullable UUID reseller(Viewer viewer, UUID relationship) {
        CustomerView customer = customers.get(viewer, new RelationshipId(relationship));
        var reseller = viewer.isProvider() ? customer.reseller() : customer.provider();
        return reseller == null ? null : reseller.value();
    }

    private String page(Viewer viewer, Locale locale, Model page) {
        var others = new LinkedHashMap<String, String>();
        if (viewer.isProvider()) {
            var alone = new Object[] {viewer.organizationName()};
            others.put("", messages.getMessage("customer.request.alone", alone, locale));
            partnerships.resellers(viewer).stream()
                    .filter(ResellerChoice::eligible)
                    .forEach(choice -> others.put(choice.id().toString(), choice.name()));
        } else {
            partnerships.providers(viewer).forEach((id, name) -> others.put(id.toString(), name));
        }
        page.addAttribute("others", others);
        page.addAttribute("languages", Languages.names());
        return "customer/request-new";
    }
}
