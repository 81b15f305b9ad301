package io.palier.subscription.web;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.subscription.AccessPolicy;
import io.palier.subscription.Action;
import io.palier.subscription.Associations;
import io.palier.subscription.PendingRequests;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one subscription and what can be done there. */
@Controller
@RequestMapping("/customers/{relationship}/subscriptions/{id}")
class SubscriptionPages {
    private final Subscriptions subscriptions;
    private final Associations associations;
    private final Customers customers;
    private final Organizations organizations;
    private final Timeline timeline;
    private final ObjectProvider<PendingRequests> requests;

    SubscriptionPages(
            Subscriptions subscriptions,
            Associations associations,
            Customers customers,
            Organizations organizations,
            Timeline timeline,
            ObjectProvider<PendingRequests> requests) {
        this.subscriptions = subscriptions;
        this.associations = associations;
        this.customers = customers;
        this.organizations = organizations;
        this.timeline = timeline;
        this.requests = requests;
    }

    /** Every form of the page sends some of these; what was seen goes along, for lost updates. */
    record ChangeForm(
            @Nullable Integer version,
            @Nullable String quantity,
            @Nullable String nickname,
            @Nullable String autoRenew,
            @Nullable String target,
            @Nullable String before,
            @Nullable String reseller,
            @Nullable String contact,
            @Nullable String why) {
        static final ChangeForm EMPTY = new ChangeForm(null, null, null, null, null, null, null, null, null);

        int seenVersion() {
            return version == null ? -1 : version;
        }

        int number() {
            try {
                return Integer.parseInt(quantity == null ? "" : quantity);
            } catch (NumberFormatException e) {
                throw Refusal.invalid("quantity", "subscription.quantity-no-number");
            }
        }

        AvailabilityId offer() {
            try {
                return new AvailabilityId(target == null ? "" : target);
            } catch (Refusal e) {
                throw Refusal.invalid("target", "subscription.no-upgrade-target");
            }
        }

        String reason() {
            return why == null ? "" : why;
        }

        static @Nullable OrganizationId organization(String field, @Nullable String id) {
            if (id == null || id.isEmpty()) {
                return null;
            }
            try {
                return new OrganizationId(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(field, "subscription.contact-not-possible");
            }
        }
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable RelationshipId relationship, @PathVariable SubscriptionId id, Model page) {
        page.addAttribute("changeForm", ChangeForm.EMPTY);
        return show(viewer, seen(viewer, relationship, id), page);
    }

    private SubscriptionView seen(Viewer viewer, RelationshipId relationship, SubscriptionId id) {
        var seen = subscriptions.get(viewer, id);
        if (!seen.relationship().equals(relationship)) {
            throw Refusal.notFound();
        }
        return seen;
    }

    private String show(Viewer viewer, SubscriptionView seen, Model page) {
        page.addAttribute("customer", customers.get(viewer, seen.relationship()));
        page.addAttribute("subscription", seen);
        page.addAttribute("can", can(viewer, seen));
        page.addAttribute("open", open(seen));
        page.addAttribute("pending", pending(viewer, seen));
        page.addAttribute("targets", subscriptions.upgradeTargets(seen, viewer.locale()));
        page.addAttribute("conversions", subscriptions.conversionTargets(seen, viewer.locale()));
        page.addAttribute("addOns", subscriptions.addOns(viewer, seen.id()));
        page.addAttribute("base", base(viewer, seen));
        page.addAttribute("giveBack", subscriptions.canGiveBack(seen));
        page.addAttribute("contact", organizations.get(seen.supportContact()));
        page.addAttribute("resellers", associations.resellerChoices(viewer, seen));
        page.addAttribute("contacts", associations.contactChoices(viewer, seen));
        addHistory(viewer, seen, page);
        page.addAttribute("newRequest", UUID.randomUUID());
        return "subscription/show";
    }

    private void addHistory(Viewer viewer, SubscriptionView seen, Model page) {
        var resellers = associations.partnersOfRecord(viewer, seen.id());
        var contacts = associations.supportContacts(viewer, seen.id());
        page.addAttribute("resellerPeriods", resellers);
        page.addAttribute("contactPeriods", contacts);
        page.addAttribute(
                "timeline",
                timeline.of(seen, subscriptions.changes(viewer, seen.id()), resellers, contacts, viewer.locale()));
    }

    private PendingRequests.@Nullable Pending pending(Viewer viewer, SubscriptionView seen) {
        return requests.stream()
                .flatMap(module -> module.pending(viewer, seen.id()).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable SubscriptionView base(Viewer viewer, SubscriptionView seen) {
        var base = seen.base();
        return base == null
                ? null
                : subscriptions.get(viewer, List.of(base)).stream().findFirst().orElse(null);
    }

    /** What the person may do. */
    private static Map<String, Boolean> can(Viewer viewer, SubscriptionView seen) {
        var can = new HashMap<String, Boolean>();
        for (var action : Action.values()) {
            can.put(action.name(), AccessPolicy.allows(viewer, seen.associations(), action, seen.mayOrder()));
        }
        return can;
    }

    /** What the organization may do, if the person had the right. */
    private static Map<String, Boolean> open(SubscriptionView seen) {
        var open = new HashMap<String, Boolean>();
        for (var action : Action.values()) {
            open.put(action.name(), AccessPolicy.opens(seen.associations(), action, seen.mayOrder()));
        }
        return open;
    }

    /** Every change of the page: what is done is the last part of the address. */
    @PostMapping("/{change:quantity|nickname|auto-renew|suspension|reactivation|cancellation|upgrade|conversion"
            + "|reseller|support-contact}")
    String change(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @PathVariable String change,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var seen = seen(viewer, relationship, id);
        if (!Forms.accepted(problems, () -> change(viewer, seen, change, changeForm))) {
            return Forms.again(response, show(viewer, subscriptions.get(viewer, id), page));
        }
        Forms.done(after, "subscription.done." + change);
        return "redirect:/customers/" + relationship + "/subscriptions/" + id;
    }

    private void change(Viewer viewer, SubscriptionView seen, String change, ChangeForm form) {
        var id = seen.id();
        var version = form.seenVersion();
        switch (change) {
            case "quantity" -> subscriptions.changeQuantity(viewer, id, version, form.number());
            case "nickname" -> subscriptions.rename(viewer, id, version, form.nickname());
            case "auto-renew" -> subscriptions.autoRenew(viewer, id, version, "true".equals(form.autoRenew()));
            case "suspension" -> subscriptions.suspend(viewer, id, version);
            case "reactivation" -> subscriptions.reactivate(viewer, id, version);
            case "cancellation" -> subscriptions.cancel(viewer, id, version);
            case "upgrade" -> subscriptions.upgrade(viewer, id, version, form.offer());
            case "conversion" -> subscriptions.convert(viewer, id, version, form.offer(), form.number());
            case "reseller" ->
                associations.setPartnerOfRecord(
                        viewer,
                        id,
                        ChangeForm.organization("reseller", form.before()),
                        ChangeForm.organization("reseller", form.reseller()),
                        form.reason());
            case "support-contact" -> {
                var wanted = ChangeForm.organization("contact", form.contact());
                associations.setSupportContact(
                        viewer,
                        id,
                        ChangeForm.organization("contact", form.before()),
                        wanted == null ? seen.provider() : wanted,
                        form.reason());
            }
            default -> throw Refusal.notFound();
        }
    }
}
