package io.palier.customer.web;

import io.palier.audit.Activity;
import io.palier.audit.ActivityFilter;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened around one customer, as the viewer's own organization's log has it. */
@Controller
class CustomerActivityPages {
    private final Customers customers;
    private final Activity activity;
    private final Clock clock;

    CustomerActivityPages(Customers customers, Activity activity, Clock clock) {
        this.customers = customers;
        this.activity = activity;
        this.clock = clock;
    }

    @GetMapping("/customers/{relationship}/activity")
    String show(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var customer = customers.get(viewer, new RelationshipId(relationship));
        if (!customer.isWhole()) {
            throw Refusal.notFound();
        }
        var anything = SearchText.of("");
        var sinceItBegan = new ActivityFilter(
                customer.since(), clock.instant().plus(Duration.ofDays(1)), anything, anything, null);
        page.addAttribute("customer", customer);
        page.addAttribute(
                "records",
                activity.ofCustomer(
                        viewer,
                        customer.customer(),
                        sinceItBegan,
                        Cursor.parse(after, 2).orElse(null)));
        page.addAttribute("first", after == null);
        return "customer/activity";
    }
}
