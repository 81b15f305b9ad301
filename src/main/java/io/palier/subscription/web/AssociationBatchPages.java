package io.palier.subscription.web;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import io.palier.shared.web.Forms;
import io.palier.subscription.Association;
import io.palier.subscription.AssociationBatches;
import io.palier.subscription.BatchChange;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same reseller or support contact for many subscriptions: choose, look at what changes, submit, read what became. */
@Controller
@RequestMapping("/subscriptions/associations")
class AssociationBatchPages {
    private static final String VIEW = "subscription/batch";

    private final AssociationBatches batches;
    private final Subscriptions subscriptions;

    AssociationBatchPages(AssociationBatches batches, Subscriptions subscriptions) {
        this.batches = batches;
        this.subscriptions = subscriptions;
    }

    /**
     * The form of all steps.
     *
     * @param association reseller or support-contact
     * @param before who was seen there, in step with {@code id}; empty for nobody
     * @param organization the new one, or {@value ListForm#DIRECT}
     * @param action preview or submit
     */
    record BatchForm(
            @Nullable String association,
            @Nullable List<String> id,
            @Nullable List<String> before,
            @Nullable String organization,
            @Nullable String why,
            @Nullable String action) {

        Association kind() {
            return switch (association == null ? "" : association) {
                case "reseller" -> Association.PARTNER_OF_RECORD;
                case "support-contact" -> Association.SUPPORT_CONTACT;
                default -> throw Refusal.notFound();
            };
        }

        /** Who was seen where; what is no id is left out. */
        Map<SubscriptionId, @Nullable OrganizationId> seen() {
            var ids = Objects.requireNonNullElse(id, List.<String>of());
            var holders = Objects.requireNonNullElse(before, List.<String>of());
            var seen = new LinkedHashMap<SubscriptionId, @Nullable OrganizationId>();
            for (int i = 0; i < Math.min(ids.size(), AssociationBatches.MOST); i++) {
                var holder = i < holders.size() ? holders.get(i) : null;
                Uuids.parse(ids.get(i)).ifPresent(one -> seen.put(new SubscriptionId(one), organization(holder)));
            }
            return seen;
        }

        @Nullable
        OrganizationId wanted() {
            if (ListForm.DIRECT.equals(organization)) {
                return null;
            }
            return Uuids.parse(organization)
                    .map(OrganizationId::new)
                    .orElseThrow(() -> Refusal.invalid("organization", "subscription.choose"));
        }

        String reason() {
            return why == null ? "" : why;
        }

        private static @Nullable OrganizationId organization(@Nullable String text) {
            return Uuids.parse(text).map(OrganizationId::new).orElse(null);
        }
    }

    @GetMapping
    String choose(
            Viewer viewer,
            @ModelAttribute BatchForm batchForm,
            ListForm form,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable RelationshipId relationship,
            Model page) {
        var kind = batchForm.kind();
        if (!all) {
            return chosen(viewer, kind, subscriptions.get(viewer, ids(batchForm)), page);
        }
        var found = subscriptions.export(viewer, form.filter(relationship), null);
        page.addAttribute("more", found.next() != null);
        return chosen(viewer, kind, found.rows(), page);
    }

    private static List<SubscriptionId> ids(BatchForm form) {
        return List.copyOf(form.seen().keySet());
    }

    private String chosen(Viewer viewer, Association kind, List<SubscriptionView> seen, Model page) {
        page.addAttribute("step", "choose");
        page.addAttribute("kind", kind);
        page.addAttribute("rows", seen);
        page.addAttribute("choices", batches.choices(viewer, kind, seen));
        return VIEW;
    }

    @PostMapping
    String go(
            Viewer viewer,
            @ModelAttribute BatchForm batchForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        var kind = batchForm.kind();
        var submits = "submit".equals(batchForm.action());
        var changes = Forms.result(
                problems,
                () -> submits
                        ? batches.apply(viewer, kind, batchForm.seen(), batchForm.wanted(), batchForm.reason())
                        : batches.preview(viewer, kind, ids(batchForm), batchForm.wanted()));
        if (changes == null) {
            return Forms.again(response, chosen(viewer, kind, subscriptions.get(viewer, ids(batchForm)), page));
        }
        page.addAttribute("step", submits ? "done" : "preview");
        page.addAttribute("kind", kind);
        page.addAttribute("changes", changes);
        page.addAttribute("counts", counts(changes));
        return VIEW;
    }

    private static Map<String, Long> counts(List<BatchChange> changes) {
        return Arrays.stream(BatchChange.Outcome.values())
                .collect(Collectors.toMap(
                        BatchChange.Outcome::name,
                        outcome -> changes.stream()
                                .filter(change -> change.outcome() == outcome)
                                .count()));
    }
}
