package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.domain.Guard;
import io.palier.order.domain.OrderReads;
import io.palier.order.domain.OrderStore;
import io.palier.organization.OrganizationId;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.AccessPolicy;
import io.palier.subscription.Action;
import io.palier.subscription.Base;
import io.palier.subscription.CommonEnds;
import io.palier.subscription.NewSubscription;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to orders. */
@Service
public class Orders {
    /** Lines of one order at most. */
    public static final int MOST_LINES = 50;

    /** Rows of one page of the list. */
    public static final int PAGE = 25;

    private static final int ROWS_OF_A_FILE = 500;

    private final OrderStore store;
    private final OrderReads reads;
    private final Subscriptions subscriptions;
    private final CommonEnds commonEnds;
    private final Customers customers;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Orders(
            OrderStore store,
            OrderReads reads,
            Subscriptions subscriptions,
            CommonEnds commonEnds,
            Customers customers,
            Catalog catalog,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.reads = reads;
        this.subscriptions = subscriptions;
        this.commonEnds = commonEnds;
        this.customers = customers;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Places an order and opens its subscriptions. The same request id again answers the order it made, however many
     * ask at once. Six round trips to the database at most (design, Database): prices come from memory, before the
     * transaction begins.
     *
     * @param request chosen by the caller, once for what the person wants once
     * @param lines 1 to {@value #MOST_LINES}
     * @throws Refusal not found, for strangers; forbidden; invalid, field {@code quantity}; conflict: the customer
     *     agreement is missing, a reseller is no active partner, an offer is not sold to this customer, a prerequisite
     *     is missing, the reseller has to ask, or the request id was used for something else
     */
    public OrderView place(Viewer viewer, UUID request, RelationshipId relationship, List<OrderLine> lines) {
        var bought = read(lines);
        var placed =
                Objects.requireNonNull(transaction.execute(status -> place(viewer, request, relationship, bought)));
        return existing(viewer, relationship, placed);
    }

    /**
     * Adds lines to an order that was placed, with the same rules as for a new one: how add-ons come to a subscription
     * that an order bought before.
     *
     * @throws Refusal as {@link #place}; not found, if the relationship has no such order
     */
    public OrderView extend(Viewer viewer, RelationshipId relationship, OrderId id, List<OrderLine> lines) {
        var bought = read(lines);
        transaction.executeWithoutResult(status -> {
            var guard = guard(viewer, relationship, bought);
            var now = clock.instant();
            var opened = opened(viewer, guard, bought, now);
            if (!store.append(id, relationship, opened, now)) {
                throw Refusal.notFound();
            }
            subscriptions.open(
                    id.value(), guard.provider(), guard.customer(), relationship, viewer.actor(), opened, now);
            audit.record(entries(viewer, id, "order.extended", number(id), guard, opened));
        });
        return existing(viewer, relationship, id);
    }

    /** Lines with what the catalog says of them, read before the transaction. */
    private record Bought(
            List<OrderLine> lines, Map<AvailabilityId, Offer> offers, Map<AvailabilityId, Offer> french) {}

    private Bought read(List<OrderLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Refusal.invalid("lines", "order.lines", MOST_LINES);
        }
        var ids = lines.stream().map(OrderLine::offer).distinct().toList();
        return new Bought(lines, catalog.offers(ids, Locale.ENGLISH), catalog.offers(ids, Locale.FRENCH));
    }

    private Guard guard(Viewer viewer, RelationshipId relationship, Bought bought) {
        var guard = store.guard(
                        viewer, relationship, bought.lines(), bought.offers().values())
                .orElseThrow(Refusal::notFound);
        guard.requireMayOrder(viewer);
        return guard;
    }

    private List<NewSubscription> opened(Viewer viewer, Guard guard, Bought bought, Instant now) {
        var own = bought.lines().stream().map(line -> credited(viewer, line)).toList();
        guard.check(own, bought.offers());
        var ends = own.stream()
                .map(line -> firstEnd(viewer, guard.relationship(), line, bought.offers(), now))
                .toList();
        return opened(own, ends, guard, bought.offers(), bought.french(), now);
    }

    private OrderId place(Viewer viewer, UUID request, RelationshipId relationship, Bought bought) {
        var guard = guard(viewer, relationship, bought);
        var now = clock.instant();
        var opened = opened(viewer, guard, bought, now);
        var id = OrderId.next();
        var number = number(id);
        if (!store.insert(id, number, request, guard, viewer, opened, now)) {
            return store.placed(viewer, relationship, guard.provider(), request)
                    .orElseThrow(() -> Refusal.conflict("order.request-id-used"));
        }
        subscriptions.open(id.value(), guard.provider(), guard.customer(), relationship, viewer.actor(), opened, now);
        audit.record(entries(viewer, id, "order.placed", number, guard, opened));
        events.publishEvent(new OrderPlaced(
                id,
                number,
                relationship,
                guard.provider(),
                guard.customer(),
                viewer.organization(),
                opened.stream()
                        .map(NewSubscription::reseller)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                opened.size(),
                now));
        return id;
    }

    /**
     * What {@link #place} would refuse of the day that a line names for the end of its first term; empty if it can end
     * then, or names none.
     *
     * @throws Refusal not found, for strangers
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> problemWithEnd(Viewer viewer, RelationshipId relationship, OrderLine line) {
        try {
            firstEnd(viewer, relationship, line, read(List.of(line)).offers(), clock.instant());
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }

    /** When a first term ends that is to end early. */
    private Optional<Instant> firstEnd(
            Viewer viewer,
            RelationshipId relationship,
            OrderLine line,
            Map<AvailabilityId, Offer> offers,
            Instant now) {
        var day = line.endsOn();
        if (day == null) {
            return Optional.empty();
        }
        var offer = Objects.requireNonNull(offers.get(line.offer()));
        if (offer.trial() || offer.addOn()) {
            throw Refusal.conflict("order.custom-end-not-for", offer.title());
        }
        var end = commonEnds.list(viewer, relationship, offer.term(), now).stream()
                .filter(common -> common.day().equals(day))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("order.custom-end"));
        return Optional.of(end.at());
    }

    /** The subscriptions to open; add-ons belong to what is ordered with them, or to what the customer has. */
    private static List<NewSubscription> opened(
            List<OrderLine> lines,
            List<Optional<Instant>> ends,
            Guard guard,
            Map<AvailabilityId, Offer> offers,
            Map<AvailabilityId, Offer> french,
            Instant now) {
        var ids = new ArrayList<SubscriptionId>();
        var bases = new HashMap<String, Base>();
        for (int i = 0; i < lines.size(); i++) {
            var offer = Objects.requireNonNull(offers.get(lines.get(i).offer()));
            var id = SubscriptionId.next();
            ids.add(id);
            if (!offer.addOn() && !offer.trial()) {
                bases.put(
                        offer.sku().toString(),
                        ends.get(i)
                                .map(end -> Base.ending(id, end))
                                .orElseGet(() -> Base.beginning(id, offer.term(), now)));
            }
        }
        var opened = new ArrayList<NewSubscription>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var offer = Objects.requireNonNull(offers.get(line.offer()));
            var title = french.getOrDefault(line.offer(), offer).title();
            opened.add(new NewSubscription(
                    ids.get(i),
                    offer,
                    title,
                    line.quantity(),
                    line.reseller(),
                    guard.base(line, offer, bases),
                    ends.get(i).orElse(null)));
        }
        return opened;
    }

    /** A reseller orders for itself: it is credited, and it cannot credit another. */
    private static OrderLine credited(Viewer viewer, OrderLine line) {
        if (!viewer.isReseller()) {
            return line;
        }
        if (line.reseller() != null && !viewer.organization().equals(line.reseller())) {
            throw Viewer.missing(Right.SET_PARTNER_OF_RECORD);
        }
        return new OrderLine(line.offer(), line.quantity(), viewer.organization(), line.parent(), line.endsOn());
    }

    private static List<AuditEntry> entries(
            Viewer viewer, OrderId id, String kind, String number, Guard guard, List<NewSubscription> opened) {
        var entries = new ArrayList<AuditEntry>();
        entries.add(AuditEntry.of(viewer.actor(), kind, "order", id)
                .customer(guard.customer())
                .concerning(guard.provider(), guard.customer())
                .change("number", null, number)
                .change("lines", null, opened.size()));
        for (var line : opened) {
            var entry = AuditEntry.of(viewer.actor(), "subscription.opened", "subscription", line.id())
                    .customer(guard.customer())
                    .concerning(guard.provider(), guard.customer())
                    .change("offer", null, line.offer().title())
                    .change("quantity", null, line.quantity())
                    .change("order", null, number);
            var reseller = line.reseller();
            entries.add(reseller == null ? entry : entry.concerning(reseller).change("reseller", null, reseller));
        }
        return entries;
    }

    /** 60 random bits of the id, so that numbers tell nothing of anybody's volume. */
    static String number(OrderId id) {
        var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var text = new StringBuilder(14);
        long bits = id.value().getLeastSignificantBits();
        for (int i = 0; i < 12; i++) {
            text.append(alphabet.charAt((int) ((bits >>> (55 - 5 * i)) & 31)));
            if (i % 4 == 3 && i < 11) {
                text.append('-');
            }
        }
        return text.toString();
    }

    private OrderView existing(Viewer viewer, RelationshipId relationship, OrderId id) {
        return reads.find(viewer, relationship, id, seesPrices(viewer)).orElseThrow(Refusal::notFound);
    }

    private static boolean seesPrices(Viewer viewer) {
        return viewer.isProvider() && viewer.may(Right.SEE_PRICES);
    }

    /** A customer's orders, latest first, 25 a page. @throws Refusal not found, for who sees only the customer's name */
    @Transactional(readOnly = true)
    public Slice<OrderView> list(Viewer viewer, RelationshipId relationship, @Nullable Cursor after) {
        return list(viewer, OrderFilter.of(relationship), after);
    }

    /**
     * Those that the filter wants, latest first, 25 a page: the viewer's provider's own, those of the customers a reseller
     * looks after as a whole, a customer's own.
     *
     * @throws Refusal not found, for the relationship of who sees only the customer's name
     */
    @Transactional(readOnly = true)
    public Slice<OrderView> list(Viewer viewer, OrderFilter filter, @Nullable Cursor after) {
        return list(viewer, filter, after, PAGE);
    }

    /** The same for files, 500 at a time. */
    @Transactional(readOnly = true)
    public Slice<OrderView> export(Viewer viewer, OrderFilter filter, @Nullable Cursor after) {
        return list(viewer, filter, after, ROWS_OF_A_FILE);
    }

    private Slice<OrderView> list(Viewer viewer, OrderFilter filter, @Nullable Cursor after, int limit) {
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        var relationship = filter.relationship();
        if (relationship != null) {
            whole(viewer, relationship);
        }
        return reads.list(viewer, filter, seesPrices(viewer), after, limit);
    }

    /**
     * One order with its lines.
     *
     * @throws Refusal not found
     */
    @Transactional(readOnly = true)
    public OrderView get(Viewer viewer, RelationshipId relationship, OrderId id) {
        return existing(viewer, whole(viewer, relationship).id(), id);
    }

    private CustomerView whole(Viewer viewer, RelationshipId relationship) {
        var customer = customers.get(viewer, relationship);
        if (!customer.isWhole()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        return customer;
    }

    /** What can be offered to a customer: where it is, in the provider's currency, for its segment. */
    @Transactional(readOnly = true)
    public Terms terms(Viewer viewer, RelationshipId relationship) {
        var customer = whole(viewer, relationship);
        var guard = store.guard(viewer, relationship, List.of(), List.of()).orElseThrow(Refusal::notFound);
        return new Terms(customer, guard);
    }

    /** Under which terms a viewer orders for a customer. */
    public static final class Terms {
        private final CustomerView customer;
        private final Guard guard;

        Terms(CustomerView customer, Guard guard) {
            this.customer = customer;
            this.guard = guard;
        }

        public CustomerView customer() {
            return customer;
        }

        public OfferFilter offers() {
            return OfferFilter.of(guard.country(), guard.currency(), guard.segment());
        }

        /** Whether the viewer's organization orders without asking. */
        public boolean direct() {
            return AccessPolicy.opens(guard.associations(), Action.ORDER, guard.mayOrder());
        }

        /** Whether the viewer's organization can at least ask. */
        public boolean possible() {
            return direct() || AccessPolicy.opens(guard.associations(), Action.ASK_FOR_ORDER, guard.mayOrder());
        }

        OrganizationId provider() {
            return guard.provider();
        }
    }
}
