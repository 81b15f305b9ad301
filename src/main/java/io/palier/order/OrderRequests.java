package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.domain.OrderStore;
import io.palier.order.domain.RequestStore;
import io.palier.organization.OrganizationId;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.AccessPolicy;
import io.palier.subscription.Action;
import io.palier.subscription.PendingRequests;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what is asked for: orders and upgrades by resellers that may not order themselves, license changes by
 * customers. Who may do it approves with one click, which does it.
 */
@Service
@Transactional
public class OrderRequests implements PendingRequests {
    private static final int LONGEST_REASON = 500;
    private static final int PAGE = 25;

    private final RequestStore store;
    private final OrderStore guards;
    private final Orders orders;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderRequests(
            RequestStore store,
            OrderStore guards,
            Orders orders,
            Subscriptions subscriptions,
            Catalog catalog,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.guards = guards;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks the provider for new subscriptions; every rule of an order is checked now already. The same request id again
     * answers the request it made.
     *
     * @throws Refusal as {@link Orders#place}
     */
    public OrderRequestId ask(Viewer viewer, OrderRequestId id, RelationshipId relationship, List<OrderLine> lines) {
        if (lines.isEmpty() || lines.size() > Orders.MOST_LINES) {
            throw Refusal.invalid("lines", "order.lines", Orders.MOST_LINES);
        }
        var ids = lines.stream().map(OrderLine::offer).distinct().toList();
        var offers = catalog.offers(ids, Locale.ENGLISH);
        var french = catalog.offers(ids, Locale.FRENCH);
        var guard = guards.guard(viewer, relationship, lines, offers.values()).orElseThrow(Refusal::notFound);
        AccessPolicy.require(viewer, guard.associations(), Action.ASK_FOR_ORDER, guard.mayOrder());
        var own = lines.stream()
                .map(line -> new OrderLine(line.offer(), line.quantity(), viewer.organization()))
                .toList();
        guard.check(own, offers);
        var kept = own.stream()
                .map(line -> new RequestStore.NewLine(
                        line.offer(),
                        Objects.requireNonNull(offers.get(line.offer())).title(),
                        french.getOrDefault(line.offer(), offers.get(line.offer()))
                                .title(),
                        line.quantity(),
                        line.reseller()))
                .toList();
        open(viewer, id, guard.provider(), guard.customer(), relationship, OrderRequestView.Kind.ORDER, null, kept);
        return id;
    }

    /** Asks for another offer in place of a subscription's. @throws Refusal invalid, field {@code target}; conflict */
    public void askForUpgrade(Viewer viewer, OrderRequestId id, SubscriptionId subscription, AvailabilityId target) {
        var seen = seen(viewer, subscription, Action.ASK_FOR_ORDER);
        var english = target(seen, target, Locale.ENGLISH);
        var french = target(seen, target, Locale.FRENCH);
        open(
                viewer,
                id,
                seen,
                OrderRequestView.Kind.UPGRADE,
                new RequestStore.NewLine(target, english, french, seen.quantity(), null));
    }

    private String target(SubscriptionView seen, AvailabilityId target, Locale language) {
        return subscriptions.upgradeTargets(seen, language).stream()
                .filter(offer -> offer.id().equals(target))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("target", "subscription.no-upgrade-target"))
                .title();
    }

    /** The customer asks for another number of licenses. @throws Refusal invalid, field {@code quantity}; conflict */
    public void askForLicenses(Viewer viewer, OrderRequestId id, SubscriptionId subscription, int quantity) {
        var seen = seen(viewer, subscription, Action.ASK_FOR_LICENSES);
        subscriptions.checkQuantity(viewer, subscription, quantity);
        open(
                viewer,
                id,
                seen,
                OrderRequestView.Kind.QUANTITY,
                new RequestStore.NewLine(seen.availability(), seen.title(), seen.title(), quantity, null));
    }

    private SubscriptionView seen(Viewer viewer, SubscriptionId subscription, Action action) {
        var seen = subscriptions.get(viewer, subscription);
        AccessPolicy.require(viewer, seen.associations(), action, seen.mayOrder());
        if (store.hasOpen(subscription)) {
            throw Refusal.conflict("order.request-open-already");
        }
        return seen;
    }

    private void open(
            Viewer viewer,
            OrderRequestId id,
            SubscriptionView seen,
            OrderRequestView.Kind kind,
            RequestStore.NewLine line) {
        open(viewer, id, seen.provider(), seen.customer(), seen.relationship(), kind, seen.id(), List.of(line));
    }

    private void open(
            Viewer viewer,
            OrderRequestId id,
            OrganizationId provider,
            OrganizationId customer,
            RelationshipId relationship,
            OrderRequestView.Kind kind,
            @Nullable SubscriptionId subscription,
            List<RequestStore.NewLine> lines) {
        var now = clock.instant();
        if (!store.insert(id, provider, customer, relationship, viewer.actor(), kind, subscription, lines, now)) {
            return;
        }
        audit.record(AuditEntry.of(viewer.actor(), "order.requested", "order-request", id)
                .customer(customer)
                .concerning(provider, customer)
                .change("kind", null, kind)
                .change("lines", null, lines.size()));
        events.publishEvent(new OrderRequested(id, relationship, provider, viewer.organization(), now));
    }

    /**
     * What the viewer's organization asked for or has to answer, open ones first for a provider, latest first, 25 a page.
     */
    @Transactional(readOnly = true)
    public Slice<OrderRequestView> list(Viewer viewer, boolean open, @Nullable Cursor after) {
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        return store.list(viewer, open, after, PAGE);
    }

    /**
     * One request, for who asked and for who may answer.
     *
     * @throws Refusal not found
     */
    @Transactional(readOnly = true)
    public OrderRequestView get(Viewer viewer, OrderRequestId id) {
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        return store.find(viewer, id).orElseThrow(Refusal::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Pending> pending(Viewer viewer, SubscriptionId id) {
        return store.open(viewer, id)
                .map(request -> new Pending(
                        request.lines().getFirst().title(),
                        request.lines().getFirst().quantity(),
                        request.askedForName(),
                        request.askedAt(),
                        "/order-requests/" + request.id()));
    }

    /**
     * Approves and does what was asked for, under every rule as it is now. Approving twice is no change.
     *
     * @throws Refusal what the order, the upgrade or the change of licenses refuses; conflict, if it was answered
     *     otherwise meanwhile
     */
    public void approve(Viewer viewer, OrderRequestId id) {
        var request = answerable(viewer, id, OrderRequestView.Status.APPROVED);
        if (request == null) {
            return;
        }
        var order = carryOut(viewer, request);
        answer(viewer, request, OrderRequestView.Status.APPROVED, null, order);
    }

    private @Nullable OrderId carryOut(Viewer viewer, OrderRequestView request) {
        var line = request.lines().getFirst();
        return switch (request.kind()) {
            case ORDER ->
                orders.place(
                                viewer,
                                request.id().value(),
                                request.relationship(),
                                request.lines().stream()
                                        .map(one -> new OrderLine(one.offer(), one.quantity(), one.reseller()))
                                        .toList())
                        .id();
            case UPGRADE -> {
                var seen = subscriptions.get(viewer, subscription(request));
                subscriptions.upgrade(viewer, seen.id(), seen.version(), line.offer());
                yield null;
            }
            case QUANTITY -> {
                var seen = subscriptions.get(viewer, subscription(request));
                subscriptions.changeQuantity(viewer, seen.id(), seen.version(), line.quantity());
                yield null;
            }
        };
    }

    private static SubscriptionId subscription(OrderRequestView request) {
        return Objects.requireNonNull(request.subscription());
    }

    /**
     * Refuses a request; who asked is told why.
     *
     * @param reason shown to who asked; at most 500 characters; may be empty
     */
    public void refuse(Viewer viewer, OrderRequestId id, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "subscription.reason-too-long", LONGEST_REASON);
        }
        var request = answerable(viewer, id, OrderRequestView.Status.REFUSED);
        if (request != null) {
            answer(viewer, request, OrderRequestView.Status.REFUSED, reason, null);
        }
    }

    /** Takes back what was asked for; only the organization that asked can. */
    public void withdraw(Viewer viewer, OrderRequestId id) {
        var request = get(viewer, id);
        if (!request.own()) {
            throw Viewer.missing(Right.PLACE_ORDER);
        }
        viewer.require(viewer.isCustomer() ? Right.ASK_FOR_LICENSES : Right.PLACE_ORDER);
        if (request.status() == OrderRequestView.Status.WITHDRAWN) {
            return;
        }
        answer(viewer, requireOpen(request), OrderRequestView.Status.WITHDRAWN, null, null);
    }

    private @Nullable OrderRequestView answerable(Viewer viewer, OrderRequestId id, OrderRequestView.Status wanted) {
        store.lock(id);
        var request = get(viewer, id);
        var right = request.kind() == OrderRequestView.Kind.QUANTITY ? Right.MANAGE_SUBSCRIPTION : Right.PLACE_ORDER;
        if (!request.mayAnswer()) {
            throw Viewer.missing(right);
        }
        viewer.require(right);
        return request.status() == wanted ? null : requireOpen(request);
    }

    private static OrderRequestView requireOpen(OrderRequestView request) {
        if (!request.isOpen()) {
            throw Refusal.conflict("order.request-answered");
        }
        return request;
    }

    private void answer(
            Viewer viewer,
            OrderRequestView request,
            OrderRequestView.Status status,
            @Nullable String reason,
            @Nullable OrderId order) {
        var now = clock.instant();
        store.answer(request, status, reason, order, viewer.actor(), now);
        audit.record(AuditEntry.of(viewer.actor(), "order.request-answered", "order-request", request.id())
                .customer(request.customer())
                .concerning(request.provider(), request.askedFor())
                .change("status", request.status(), status));
        if (status != OrderRequestView.Status.WITHDRAWN) {
            events.publishEvent(new OrderRequestAnswered(
                    request.id(),
                    request.relationship(),
                    request.provider(),
                    request.askedFor(),
                    status == OrderRequestView.Status.APPROVED,
                    reason,
                    now));
        }
    }
}
