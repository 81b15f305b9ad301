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
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
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

/** The page of one subscription and what can be done there. */
@Controller
@RequestMapping("/customers/{relationship}/subscriptions/{id}")
class SubscriptionPages {
    private final Subscriptions subscriptions;
    private final Associations associations;
    private final Customers customers;
    private final Organizations organizations;

    SubscriptionPages(
            Subscriptions subscriptions, Associations associations, Customers customers, Organizations organizations) {
        this.subscriptions = subscriptions;
        this.associations = associations;
        this.customers = customers;
        this.organizations = organizations;
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
        page.addAttribute("events", subscriptions.changes(viewer, seen.id()));
        page.addAttribute("targets", subscriptions.upgradeTargets(seen, viewer.locale()));
        page.addAttribute("resellers", associations.resellerChoices(viewer, seen));
        page.addAttribute("contacts", associations.contactChoices(viewer, seen));
        page.addAttribute("resellerPeriods", associations.partnersOfRecord(viewer, seen.id()));
        page.addAttribute("contactPeriods", associations.supportContacts(viewer, seen.id()));
        page.addAttribute("contact", organizations.get(seen.supportContact()));
        page.addAttribute("newRequest", UUID.randomUUID());
        return "subscription/show";
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

    @PostMapping("/quantity")
    String quantity(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(
                problems,
                () -> subscriptions.changeQuantity(viewer, id, changeForm.seenVersion(), changeForm.number()));
        return answer(done, "subscription.done.quantity", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/nickname")
    String rename(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(
                problems, () -> subscriptions.rename(viewer, id, changeForm.seenVersion(), changeForm.nickname()));
        return answer(done, "subscription.done.renamed", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/auto-renew")
    String autoRenew(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(
                problems,
                () -> subscriptions.autoRenew(
                        viewer, id, changeForm.seenVersion(), "true".equals(changeForm.autoRenew())));
        return answer(done, "subscription.done.auto-renew", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/suspension")
    String suspend(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(problems, () -> subscriptions.suspend(viewer, id, changeForm.seenVersion()));
        return answer(done, "subscription.done.suspended", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/reactivation")
    String reactivate(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(problems, () -> subscriptions.reactivate(viewer, id, changeForm.seenVersion()));
        return answer(done, "subscription.done.reactivated", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/upgrade")
    String upgrade(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(
                problems, () -> subscriptions.upgrade(viewer, id, changeForm.seenVersion(), changeForm.offer()));
        return answer(done, "subscription.done.upgraded", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/reseller")
    String reseller(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        seen(viewer, relationship, id);
        var done = Forms.accepted(
                problems,
                () -> associations.setPartnerOfRecord(
                        viewer,
                        id,
                        ChangeForm.organization("reseller", changeForm.before()),
                        ChangeForm.organization("reseller", changeForm.reseller()),
                        changeForm.reason()));
        return answer(done, "subscription.done.reseller", viewer, relationship, id, response, after, page);
    }

    @PostMapping("/support-contact")
    String supportContact(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable SubscriptionId id,
            @ModelAttribute ChangeForm changeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var seen = seen(viewer, relationship, id);
        var done = Forms.accepted(problems, () -> {
            var wanted = ChangeForm.organization("contact", changeForm.contact());
            associations.setSupportContact(
                    viewer,
                    id,
                    ChangeForm.organization("contact", changeForm.before()),
                    wanted == null ? seen.provider() : wanted,
                    changeForm.reason());
        });
        return answer(done, "subscription.done.contact", viewer, relationship, id, response, after, page);
    }

    private String answer(
            boolean done,
            String message,
            Viewer viewer,
            RelationshipId relationship,
            SubscriptionId id,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!done) {
            return Forms.again(response, show(viewer, subscriptions.get(viewer, id), page));
        }
        Forms.done(after, message);
        return "redirect:/customers/" + relationship + "/subscriptions/" + id;
    }
}
