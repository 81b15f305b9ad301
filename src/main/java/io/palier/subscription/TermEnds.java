package io.palier.subscription;

import io.palier.catalog.Catalog;
import io.palier.shared.Actor;
import io.palier.subscription.domain.Sold;
import io.palier.subscription.domain.Subscription;
import io.palier.subscription.domain.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What business time does to subscriptions: terms end and the next begin, data that was kept is lost. Every subscription
 * is a transaction of its own, claimed by one node; when time has moved far, terms follow each other one by one.
 */
@Component
class TermEnds {
    private static final Logger LOG = LoggerFactory.getLogger(TermEnds.class);

    private final SubscriptionStore store;
    private final ChangeLog log;
    private final Catalog catalog;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TermEnds(
            SubscriptionStore store,
            ChangeLog log,
            Catalog catalog,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.log = log;
        this.catalog = catalog;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Until nothing is due; what fails is left for the next run. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 20_000)
    void run() {
        var failed = new HashSet<SubscriptionId>();
        var due = store.due(clock.instant(), failed);
        while (!due.isEmpty()) {
            due.forEach(one -> end(one, failed));
            due = store.due(clock.instant(), failed);
        }
    }

    private void end(Subscription seen, Set<SubscriptionId> failed) {
        try {
            var today = today(seen);
            var done = transaction.execute(status -> end(seen, today, clock.instant()));
            if (!Boolean.TRUE.equals(done)) {
                failed.add(seen.id()); // another node's
            }
        } catch (RuntimeException failure) {
            LOG.error("The term of subscription {} could not be ended", seen.id(), failure);
            failed.add(seen.id());
        }
    }

    /** The offer at the price list of the day the term ended. */
    private @Nullable Sold today(Subscription seen) {
        var availability = seen.sold().availability();
        return catalog.offerOn(availability, seen.endsAt(), Locale.ENGLISH)
                .map(offer -> Sold.of(
                        offer,
                        catalog.offerOn(availability, seen.endsAt(), Locale.FRENCH)
                                .orElse(offer)
                                .title()))
                .orElse(null);
    }

    private boolean end(Subscription seen, @Nullable Sold today, Instant now) {
        var claimed = store.lockDue(seen.id(), now)
                .filter(found -> found.version() == seen.version())
                .orElse(null);
        if (claimed == null) {
            return false;
        }
        var follows = follows(claimed);
        claimed.loseData(now);
        claimed.endTerm(today, follows, claimed.base() != null && follows == null, now);
        log.keep(Actor.system(claimed.provider()), claimed);
        return claimed.isChanged();
    }

    /** The base of an add-on, if that goes on beyond the add-on's term. */
    private @Nullable Base follows(Subscription addOn) {
        var base = addOn.base();
        return base == null
                ? null
                : store.find(base)
                        .filter(Subscription::isActive)
                        .map(Subscription::asBase)
                        .filter(found -> found.endsAt().isAfter(addOn.endsAt()))
                        .orElse(null);
    }
}
