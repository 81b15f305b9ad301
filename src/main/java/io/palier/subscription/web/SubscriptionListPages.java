package io.palier.subscription.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionSort;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of subscriptions: a customer's, and all that the viewer's organization may see. */
@Controller
class SubscriptionListPages {
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final Partnerships partnerships;
    private final Organizations organizations;

    SubscriptionListPages(
            Subscriptions subscriptions, Customers customers, Partnerships partnerships, Organizations organizations) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.partnerships = partnerships;
        this.organizations = organizations;
    }

    @GetMapping("/customers/{relationship}")
    String ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            ListForm form,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("customer", customers.get(viewer, relationship));
        fill(viewer, relationship, "/customers/" + relationship, form, after, page);
        page.addAttribute("export", form.address("/customers/" + relationship + "/subscriptions/export.csv"));
        return "subscription/customer";
    }

    @GetMapping("/subscriptions")
    String all(Viewer viewer, ListForm form, @RequestParam(required = false) @Nullable String after, Model page) {
        fill(viewer, null, "/subscriptions", form, after, page);
        page.addAttribute("export", form.address("/subscriptions/export.csv"));
        return "subscription/all";
    }

    private void fill(
            Viewer viewer,
            @Nullable RelationshipId relationship,
            String path,
            ListForm form,
            @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 2).orElse(null);
        var filter = form.filter(relationship);
        var slice = subscriptions.list(viewer, filter, cursor);
        page.addAttribute("slice", slice);
        page.addAttribute("first", cursor == null);
        page.addAttribute("path", path);
        page.addAttribute("form", form);
        page.addAttribute("open", filter.isOpen());
        page.addAttribute("base", form.address(path));
        page.addAttribute("statuses", names(Status.values()));
        page.addAttribute("sorts", names(SubscriptionSort.values()));
        page.addAttribute("resellers", partnerships.resellers(viewer));
        page.addAttribute(
                "contacts",
                organizations.byId(slice.rows().stream()
                        .map(SubscriptionView::supportContact)
                        .distinct()
                        .toList()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
