package io.palier.subscription.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.shared.Cursor;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
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
    private final Organizations organizations;

    SubscriptionListPages(Subscriptions subscriptions, Customers customers, Organizations organizations) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.organizations = organizations;
    }

    @GetMapping("/customers/{relationship}")
    String ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("slice", subscriptions.list(viewer, relationship, cursor));
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", "/customers/" + relationship + "?");
        return "subscription/customer";
    }

    @GetMapping("/subscriptions")
    String all(Viewer viewer, @RequestParam(required = false) @Nullable String after, Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        var slice = subscriptions.list(viewer, SubscriptionFilter.ALL, cursor);
        page.addAttribute("slice", slice);
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", "/subscriptions?");
        page.addAttribute(
                "contacts",
                organizations.byId(slice.rows().stream()
                        .map(SubscriptionView::supportContact)
                        .distinct()
                        .toList()));
        return "subscription/all";
    }
}
