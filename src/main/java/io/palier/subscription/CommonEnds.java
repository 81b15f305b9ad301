package io.palier.subscription;

import io.palier.catalog.Term;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import io.palier.subscription.domain.SubscriptionStore;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to where new subscriptions of a customer can end together with what it has (commerce contract 4.4). */
@Service
@Transactional(readOnly = true)
public class CommonEnds {
    private final SubscriptionStore store;
    private final Customers customers;

    CommonEnds(SubscriptionStore store, Customers customers) {
        this.store = store;
        this.customers = customers;
    }

    /**
     * The ends of calendar months, then those of the customer's subscriptions, each by time, within a term that starts
     * then. A longer term does not end with one of a month. At most 300 of subscriptions.
     *
     * @throws Refusal not found, for who sees only the customer's name; forbidden
     */
    public List<CommonEnd> list(Viewer viewer, RelationshipId relationship, Term term, Instant start) {
        if (!customers.get(viewer, relationship).isWhole()) {
            throw Refusal.notFound();
        }
        viewer.require(Action.SEE.right());
        var latest = new Anniversaries(start).after(start, term);
        var ends = months(start, latest);
        ends.addAll(store.ends(relationship, start, latest, term == Term.P1M));
        return ends;
    }

    private static List<CommonEnd> months(Instant start, Instant latest) {
        var ends = new ArrayList<CommonEnd>();
        var month = YearMonth.from(start.atOffset(ZoneOffset.UTC)).plusMonths(1);
        for (var end = beginning(month); !end.isAfter(latest); end = beginning(month)) {
            ends.add(new CommonEnd(end, List.of()));
            month = month.plusMonths(1);
        }
        return ends;
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
