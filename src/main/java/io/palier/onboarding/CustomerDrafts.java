package io.palier.onboarding;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.onboarding.domain.DraftStore;
import io.palier.order.OrderLine;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.platform.Installation;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to new customers that are being filled in. Everything needs {@link Right#ADD_CUSTOMER}, and a person sees
 * only drafts begun by that person for the organization acted for.
 */
@Service
@Transactional
public class CustomerDrafts {
    private static final Duration KEPT = Duration.ofDays(30);

    private final DraftStore store;
    private final Customers customers;
    private final Orders orders;
    private final Partnerships partnerships;
    private final Organizations organizations;
    private final Installation installation;
    private final FirstOrders firstOrders;
    private final Clock clock;

    CustomerDrafts(
            DraftStore store,
            Customers customers,
            Orders orders,
            Partnerships partnerships,
            Organizations organizations,
            Installation installation,
            FirstOrders firstOrders,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.orders = orders;
        this.partnerships = partnerships;
        this.organizations = organizations;
        this.installation = installation;
        this.firstOrders = firstOrders;
        this.clock = clock;
    }

    /** Forgets drafts that nobody touched for 30 days; they hold names and addresses of people. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
    public void forgetOld() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }

    /** The open drafts that hold something, last saved first; at most 20. */
    @Transactional(readOnly = true)
    public List<Draft> open(Viewer viewer) {
        viewer.require(Right.ADD_CUSTOMER);
        return store.open(viewer).stream().filter(draft -> !draft.isUntouched()).toList();
    }

    /**
     * A draft that holds nothing yet: the one left untouched before, if there is one.
     *
     * @param reseller chosen beforehand; null for none
     * @throws Refusal not found, if the reseller is no partner of the viewer's provider; conflict, if it is not eligible
     */
    public Draft begin(Viewer viewer, @Nullable OrganizationId reseller) {
        viewer.require(Right.ADD_CUSTOMER);
        if (reseller != null) {
            requireKnown(viewer, reseller);
            partnerships.requireActive(viewer.organization(), reseller);
        }
        var untouched = store.open(viewer).stream()
                .filter(draft -> draft.isUntouched()
                        && draft.data().account().resellerId().equals(Optional.ofNullable(reseller)))
                .findFirst();
        return untouched.orElseGet(() -> insert(viewer, reseller));
    }

    /**
     * The draft, as far as it has been filled in.
     *
     * @throws Refusal not found, also for somebody else's draft
     */
    @Transactional(readOnly = true)
    public Draft get(Viewer viewer, DraftId id) {
        viewer.require(Right.ADD_CUSTOMER);
        return store.find(viewer, id).orElseThrow(Refusal::notFound);
    }

    /**
     * Keeps what was typed, right or wrong.
     *
     * @throws Refusal gone, if the draft is submitted or cancelled
     */
    public Draft save(Viewer viewer, DraftId id, UnaryOperator<DraftData> change) {
        viewer.require(Right.ADD_CUSTOMER);
        var draft = store.lock(viewer, id).orElseThrow(Refusal::notFound);
        requireOpen(draft);
        var data = change.apply(draft.data());
        if (!data.equals(draft.data())) {
            store.save(id, data, clock.instant());
        }
        return store.find(viewer, id).orElseThrow();
    }

    /** Drops a draft and what was typed. Cancelling twice is no change. @throws Refusal gone, if it is submitted */
    public void cancel(Viewer viewer, DraftId id) {
        viewer.require(Right.ADD_CUSTOMER);
        var draft = store.lock(viewer, id).orElseThrow(Refusal::notFound);
        if (draft.status() == Draft.Status.CANCELLED) {
            return;
        }
        requireOpen(draft);
        store.end(id, Draft.Status.CANCELLED, null, clock.instant());
    }

    /**
     * Adds the customer and places its first order, both or neither. A second submit waits for the first and finds the
     * customer there.
     *
     * @param reviewed the version that was looked at
     * @throws Refusal changed meanwhile, if the draft was saved since; gone, if it is cancelled; whatever the customer
     *     or the order is refused for
     */
    public Submitted submit(Viewer viewer, DraftId id, int reviewed) {
        viewer.require(Right.ADD_CUSTOMER);
        var draft = store.lock(viewer, id).orElseThrow(Refusal::notFound);
        if (draft.relationship() != null) {
            return new Submitted(draft.relationship(), null);
        }
        requireOpen(draft);
        if (draft.version() != reviewed) {
            throw Refusal.changedMeanwhile();
        }
        var account = draft.data().account();
        if (account.agreementAccepted() && account.acceptanceDate().isEmpty()) {
            throw Refusal.invalid("acceptedOn", "onboarding.date");
        }
        var added = customers.add(viewer, account.customer());
        order(viewer, draft, added.relationship());
        store.end(id, Draft.Status.SUBMITTED, added.relationship(), clock.instant());
        return new Submitted(added.relationship(), added.admin());
    }

    private void order(Viewer viewer, Draft draft, RelationshipId relationship) {
        var order = firstOrders.price(viewer, draft.data());
        if (order.isEmpty()) {
            return;
        }
        if (order.hasProblems()) {
            throw Refusal.conflict("onboarding.order-problems");
        }
        var credited = AccountStep.organization(draft.data().creditedReseller()).orElse(null);
        var lines = order.items().stream()
                .map(item -> new OrderLine(new AvailabilityId(item.availability()), item.licenses(), credited))
                .toList();
        orders.place(viewer, draft.id().value(), relationship, lines);
    }

    private Draft insert(Viewer viewer, @Nullable OrganizationId reseller) {
        var provider = organizations.get(viewer.organization());
        var account = AccountStep.in(
                provider.address().country(),
                installation.settings().domainSuffixes().getFirst(),
                provider.language().getLanguage(),
                Objects.toString(reseller, ""));
        var draft = new Draft(
                DraftId.next(), new DraftData(account, List.of(), null), Draft.Status.OPEN, null, clock.instant(), 0);
        store.insert(viewer, draft);
        return draft;
    }

    private void requireKnown(Viewer viewer, OrganizationId reseller) {
        if (partnerships.resellers(viewer).stream()
                .noneMatch(choice -> choice.id().equals(reseller))) {
            throw Refusal.notFound();
        }
    }

    private static void requireOpen(Draft draft) {
        if (!draft.isOpen()) {
            throw Refusal.gone("onboarding.draft-over");
        }
    }
}
