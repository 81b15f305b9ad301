package io.palier.support;

import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import io.palier.support.domain.Asked;
import io.palier.support.domain.Parties;
import io.palier.support.domain.ServiceRequest;
import io.palier.support.domain.ServiceRequestReads;
import io.palier.support.domain.ServiceRequestStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to service requests. A customer asks the support contact of a subscription, or its provider; a reseller asks
 * the provider about a customer; a provider asks the operator about one; every partner asks the operator about itself.
 * Who asks and who is asked see a request, and the provider sees all that is about its customers.
 */
@Service
@Transactional
public class ServiceRequests {
    private static final int PAGE = 25;
    private static final int ROWS_OF_A_FILE = 500;

    private final ServiceRequestStore store;
    private final ServiceRequestReads reads;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Organizations organizations;
    private final Users users;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceRequests(
            ServiceRequestStore store,
            ServiceRequestReads reads,
            Customers customers,
            Subscriptions subscriptions,
            Organizations organizations,
            Users users,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reads = reads;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.organizations = organizations;
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the viewer can ask, before anything is typed.
     *
     * @param relationship the customer it is about; null for the viewer's own organization
     * @throws Refusal not found, for another's customer; forbidden, naming the right
     */
    @Transactional(readOnly = true)
    public Opening prepare(Viewer viewer, @Nullable RelationshipId relationship) {
        var customer = relationship == null ? null : customers.get(viewer, relationship);
        viewer.require(opening(customer));
        var choices = choices(viewer, customer);
        if (customer != null && choices.isEmpty() && !opens(viewer, customer, null)) {
            throw Viewer.missing(Right.HANDLE_SERVICE_REQUESTS);
        }
        var handler = organizations.get(handler(viewer, customer, null));
        return new Opening(customer, handler.name(), choices, contact(viewer));
    }

    /** Whether the viewer can ask anything about the customer. */
    @Transactional(readOnly = true)
    public boolean canOpen(Viewer viewer, CustomerView customer) {
        return viewer.may(Right.HANDLE_SERVICE_REQUESTS)
                && (opens(viewer, customer, null) || !choices(viewer, customer).isEmpty());
    }

    private List<SubscriptionView> choices(Viewer viewer, @Nullable CustomerView customer) {
        if (customer == null || !viewer.may(Right.SEE_SUBSCRIPTIONS)) {
            return List.of();
        }
        return subscriptions.export(viewer, SubscriptionFilter.of(customer.id()), null).rows().stream()
                .filter(one -> opens(viewer, customer, one))
                .toList();
    }

    /** A reseller needs delegated administration, or to be the subscription's support contact. */
    private static boolean opens(Viewer viewer, CustomerView customer, @Nullable SubscriptionView subscription) {
        if (!viewer.isReseller() || customer.isAdministered()) {
            return true;
        }
        return subscription != null && subscription.supportContact().equals(viewer.organization());
    }

    private static Right opening(@Nullable CustomerView customer) {
        return customer == null ? Right.ASK_OPERATOR : Right.HANDLE_SERVICE_REQUESTS;
    }

    private OrganizationId handler(
            Viewer viewer, @Nullable CustomerView customer, @Nullable SubscriptionView subscription) {
        if (customer == null || viewer.isProvider()) {
            return operator();
        }
        return viewer.isCustomer() && subscription != null ? subscription.supportContact() : customer.provider();
    }

    private OrganizationId operator() {
        return organizations.ofKind(OrganizationKind.OPERATOR).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("support.no-operator"))
                .id();
    }

    /** An application by itself has no name but its own. */
    private Contact contact(Viewer viewer) {
        return users.find(viewer.organization(), viewer.membership())
                .map(user -> new Contact(
                        user.firstName(),
                        user.lastName(),
                        Objects.requireNonNullElse(user.contactEmail(), user.signInName()),
                        null))
                .orElseGet(() -> {
                    var support = organizations.get(viewer.organization()).support();
                    return new Contact(
                            viewer.displayName(), "", Objects.requireNonNullElse(support.email(), ""), support.phone());
                });
    }

    /**
     * Asks for help. About a customer it needs {@link Right#HANDLE_SERVICE_REQUESTS}, about oneself
     * {@link Right#ASK_OPERATOR}.
     *
     * @param relationship the customer it is about; null for the viewer's own organization
     * @throws Refusal invalid, naming the field; not found, for another's customer; forbidden, naming the right
     */
    public ServiceRequestView open(Viewer viewer, @Nullable RelationshipId relationship, NewServiceRequest wanted) {
        var customer = relationship == null ? null : customers.get(viewer, relationship);
        viewer.require(opening(customer));
        var subscription = subscription(viewer, relationship, wanted.subscription());
        if (customer != null && !opens(viewer, customer, subscription)) {
            throw Viewer.missing(Right.HANDLE_SERVICE_REQUESTS);
        }
        var own = organizations.get(viewer.organization());
        var asked = Asked.of(wanted, contact(viewer), own.address().country());
        var parties = new Parties(
                viewer.organization(),
                handler(viewer, customer, subscription),
                customer != null ? customer.provider() : viewer.isProvider() ? viewer.organization() : null,
                customer == null ? null : customer.customer(),
                relationship);
        var now = clock.instant();
        var request = ServiceRequest.open(ServiceRequestId.next(), ServiceRequestStore.number(), parties, now);
        store.add(request, asked, viewer.actor(), own.name() + (customer == null ? "" : " " + customer.name()));
        tell(viewer, request, asked, now);
        return get(viewer, request.id());
    }

    private @Nullable SubscriptionView subscription(
            Viewer viewer, @Nullable RelationshipId relationship, @Nullable SubscriptionId id) {
        if (id == null) {
            return null;
        }
        return Optional.of(id)
                .filter(some -> relationship != null)
                .flatMap(some ->
                        subscriptions.get(viewer, List.of(some)).stream().findFirst())
                .filter(seen -> seen.relationship().equals(relationship))
                .orElseThrow(() -> Refusal.invalid("subscription", "support.no-subscription"));
    }

    private void tell(Viewer viewer, ServiceRequest request, Asked asked, Instant now) {
        var parties = request.parties();
        audit.record(entry(viewer, request, parties.handledBy(), "support.opened")
                .change("number", null, request.number())
                .change("severity", null, asked.severity())
                .change("organization", null, parties.handledBy()));
        events.publishEvent(new ServiceRequestOpened(
                request.id(),
                request.number(),
                parties.openedFor(),
                parties.handledBy(),
                parties.customer(),
                asked.severity(),
                now));
    }

    /** Those the viewer may see, latest first, 25 a page. */
    @Transactional(readOnly = true)
    public Slice<ServiceRequestView> list(Viewer viewer, ServiceRequestFilter filter, @Nullable Cursor after) {
        requireAny(viewer);
        return reads.list(viewer, filter, after, PAGE);
    }

    /** The same for files, 500 at a time. */
    @Transactional(readOnly = true)
    public Slice<ServiceRequestView> export(Viewer viewer, ServiceRequestFilter filter, @Nullable Cursor after) {
        requireAny(viewer);
        return reads.list(viewer, filter, after, ROWS_OF_A_FILE);
    }

    /** The same by number of rows. */
    @Transactional(readOnly = true)
    public List<ServiceRequestView> list(Viewer viewer, ServiceRequestFilter filter, int offset, int limit) {
        requireAny(viewer);
        return reads.list(viewer, filter, offset, limit);
    }

    private static void requireAny(Viewer viewer) {
        if (!viewer.may(Right.ASK_OPERATOR)) {
            viewer.require(Right.SEE_SERVICE_REQUESTS);
        }
    }

    /**
     * One of them.
     *
     * @throws Refusal not found, also for what is between others; forbidden, naming the right
     */
    @Transactional(readOnly = true)
    public ServiceRequestView get(Viewer viewer, ServiceRequestId id) {
        return allowed(viewer, reads.find(viewer, id));
    }

    /** The same by its number. */
    @Transactional(readOnly = true)
    public ServiceRequestView get(Viewer viewer, String number) {
        return allowed(viewer, reads.find(viewer, number));
    }

    private static ServiceRequestView allowed(Viewer viewer, Optional<ServiceRequestView> found) {
        var seen = found.orElseThrow(Refusal::notFound);
        viewer.require(seen.seeing());
        return seen;
    }

    /** What was written to it, oldest first; at most 500 notes. */
    @Transactional(readOnly = true)
    public List<ServiceRequestNote> notes(Viewer viewer, ServiceRequestId id) {
        return reads.notes(viewer, get(viewer, id).id());
    }

    /**
     * Writes a note, changes the status, or both. Both sides may write and close; only the side that was asked can wait
     * for an answer. A note reopens what is closed. Nothing new is no change.
     *
     * @param version the one that was seen; null for whatever is there
     * @param text at most 10,000 characters; null for none
     * @param status null for what follows
     * @throws Refusal invalid, field {@code text}; conflict; changed meanwhile; forbidden, naming the right
     */
    public ServiceRequestView change(
            Viewer viewer,
            ServiceRequestId id,
            @Nullable Integer version,
            @Nullable String text,
            @Nullable RequestStatus status) {
        var seen = get(viewer, id);
        viewer.require(seen.writing());
        var request = store.lock(id).orElseThrow(Refusal::notFound);
        request.requireVersion(version);
        var before = request.status();
        var now = clock.instant();
        request.change(viewer.actor(), seen.side(), text, status, now);
        if (!request.isChanged()) {
            return seen;
        }
        store.save(request);
        var kind = before == request.status() ? "support.noted" : "support.status-changed";
        audit.record(entry(viewer, request, seen.handler(), kind)
                .change("number", null, request.number())
                .change("status", before, request.status()));
        events.publishEvent(new ServiceRequestChanged(
                id,
                request.number(),
                seen.openedFor(),
                seen.handler(),
                seen.customer(),
                viewer.organization(),
                before,
                request.status(),
                now));
        return get(viewer, id);
    }

    private static AuditEntry entry(Viewer viewer, ServiceRequest request, OrganizationId handler, String kind) {
        var parties = request.parties();
        var entry = AuditEntry.of(viewer.actor(), kind, "service-request", request.id())
                .concerning(parties.openedFor(), handler);
        var provider = parties.provider();
        entry = provider == null ? entry : entry.concerning(provider);
        var customer = parties.customer();
        return customer == null ? entry : entry.customer(customer);
    }
}
