package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.partner.Dependent;
import io.palier.partner.PartnershipDependents;
import io.palier.partner.Partnerships;
import io.palier.partner.Resolution;
import io.palier.partner.Resolution.Action;
import io.palier.partner.Resolution.Choice;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/** Removing a partnership: first what hangs on it and what is to become of that, then the confirmation. */
@Controller
@RequestMapping("/resellers/{reseller}/removal")
class PartnershipRemovalPages {
    private final Partnerships partnerships;

    PartnershipRemovalPages(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /** For each kind an action, and who takes over where one hands over. */
    record RemovalForm(
            @NotNull Action customers,
            @Nullable OrganizationId customersTo,
            @NotNull Action subscriptions,
            @Nullable OrganizationId subscriptionsTo,
            @NotNull Action support,
            @Nullable OrganizationId supportTo,
            @AssertTrue @Nullable Boolean confirmed,
            int version) {

        /** A box that is not ticked is not sent. */
        RemovalForm {
            confirmed = confirmed != null && confirmed;
        }

        static RemovalForm fresh(int version) {
            return new RemovalForm(
                    Action.FALL_BACK, null, Action.FALL_BACK, null, Action.FALL_BACK, null, false, version);
        }

        Resolution resolution() {
            Map<Dependent.Kind, Choice> choices = new EnumMap<>(Dependent.Kind.class);
            choices.put(Dependent.Kind.CUSTOMER, choice("customersTo", customers, customersTo));
            choices.put(Dependent.Kind.SUBSCRIPTION, choice("subscriptionsTo", subscriptions, subscriptionsTo));
            choices.put(Dependent.Kind.SUPPORT_CONTACT, choice("supportTo", support, supportTo));
            return new Resolution(choices);
        }

        private static Choice choice(String field, Action action, @Nullable OrganizationId to) {
            if (action == Action.HAND_OVER && to == null) {
                throw Refusal.invalid(field, "partnership.no-successor");
            }
            return new Choice(action, action == Action.HAND_OVER ? to : null);
        }
    }

    @GetMapping
    String ask(Viewer viewer, @PathVariable OrganizationId reseller, Model page) {
        var version = show(viewer, reseller, page);
        page.addAttribute("removalForm", RemovalForm.fresh(version));
        return "partner/removal";
    }

    @PostMapping
    String remove(
            Viewer viewer,
            @PathVariable OrganizationId reseller,
            @Valid @ModelAttribute RemovalForm removalForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var name = partnerships.get(viewer, reseller).name();
        if (!Forms.accepted(
                problems,
                () -> partnerships.remove(viewer, reseller, removalForm.version(), removalForm.resolution()))) {
            var _ = show(viewer, reseller, page);
            return Forms.again(response, "partner/removal");
        }
        Forms.done(after, "partner.removal.done", name);
        return "redirect:/resellers";
    }

    private int show(Viewer viewer, OrganizationId reseller, Model page) {
        var row = partnerships.get(viewer, reseller);
        var impact = partnerships.impact(viewer, reseller).stream()
                .collect(Collectors.groupingBy(Dependent::kind, TreeMap::new, Collectors.toList()));
        page.addAttribute("reseller", row);
        page.addAttribute("customers", impact.getOrDefault(Dependent.Kind.CUSTOMER, List.of()));
        page.addAttribute("subscriptions", impact.getOrDefault(Dependent.Kind.SUBSCRIPTION, List.of()));
        page.addAttribute("support", impact.getOrDefault(Dependent.Kind.SUPPORT_CONTACT, List.of()));
        page.addAttribute("shown", PartnershipDependents.SHOWN);
        page.addAttribute(
                "others",
                partnerships.resellers(viewer).stream()
                        .filter(other -> !other.id().equals(reseller) && other.eligible())
                        .toList());
        return row.version();
    }
}
