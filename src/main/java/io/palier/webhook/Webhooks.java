package io.palier.webhook;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.webhook.domain.DeliveryStore;
import io.palier.webhook.domain.RegistrationStore;
import io.palier.webhook.domain.Targets;
import io.palier.webhook.domain.WebhookBodies;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to an organization's webhook: its registration and the log of what was delivered. Needs
 * {@link Right#MANAGE_APPLICATIONS}; programs with an admin agent's role may register too, as in the contract.
 */
@Service
@Transactional
public class Webhooks {
    private static final int PAGE = 25;

    private final RegistrationStore registrations;
    private final DeliveryStore deliveries;
    private final WebhookBodies bodies;
    private final Targets targets;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(
            RegistrationStore registrations,
            DeliveryStore deliveries,
            WebhookBodies bodies,
            Targets targets,
            AuditTrail audit,
            @Qualifier("systemClock") Clock clock) {
        this.registrations = registrations;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.targets = targets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organization's registration; empty if it has none. */
    @Transactional(readOnly = true)
    public Optional<Registration> registration(Viewer viewer) {
        requireMay(viewer);
        return registrations.find(viewer.organization());
    }

    /**
     * Registers an address, in place of the one before; the same again is no change.
     *
     * @throws Refusal invalid, field {@code url}, for what is no address to deliver to; {@code events}, for none
     */
    public void register(Viewer viewer, Registration wanted) {
        requireMay(viewer);
        targets.check(wanted.url());
        if (wanted.events().isEmpty()) {
            throw Refusal.invalid("events", "webhook.no-events");
        }
        var before = registrations.find(viewer.organization());
        if (before.filter(wanted::equals).isPresent()) {
            return;
        }
        registrations.save(viewer.organization(), wanted, clock.instant());
        audit.record(AuditEntry.of(viewer.actor(), "webhook.registered", "webhook", viewer.organization())
                .change("url", before.map(Registration::url).orElse(null), wanted.url())
                .change(
                        "events",
                        before.map(registration -> registration.events().size()).orElse(null),
                        wanted.events().size()));
    }

    /** Tells nothing any more; what waits is dropped. No change without a registration. */
    public void unregister(Viewer viewer) {
        requireMay(viewer);
        var before = registrations.find(viewer.organization());
        if (before.isPresent()) {
            registrations.remove(viewer.organization());
            deliveries.park(viewer.organization());
            audit.record(AuditEntry.of(viewer.actor(), "webhook.unregistered", "webhook", viewer.organization())
                    .change("url", before.get().url(), null));
        }
    }

    /**
     * Has a test event delivered.
     *
     * @throws Refusal conflict, unless test events are registered
     */
    public DeliveryId test(Viewer viewer) {
        requireMay(viewer);
        var id = DeliveryId.next();
        if (!registered(viewer.organization(), WebhookEvent.TEST_CREATED)) {
            throw Refusal.conflict("webhook.no-test");
        }
        deliveries.add(
                id,
                viewer.organization(),
                WebhookEvent.TEST_CREATED.code(),
                bodies.test(id, clock.instant()),
                clock.instant());
        return id;
    }

    private boolean registered(OrganizationId organization, WebhookEvent event) {
        return registrations
                .find(organization)
                .map(registration -> registration.events().contains(event))
                .orElse(false);
    }

    /** One delivery with its attempts. @throws Refusal not found, also for others' */
    @Transactional(readOnly = true)
    public DeliveryView delivery(Viewer viewer, DeliveryId id) {
        requireMay(viewer);
        return deliveries.find(viewer.organization(), id).orElseThrow(Refusal::notFound);
    }

    /** The organization's deliveries, newest first, 25 a page, without their attempts. */
    @Transactional(readOnly = true)
    public Slice<DeliveryView> deliveries(Viewer viewer, @Nullable Cursor after) {
        requireMay(viewer);
        return deliveries.list(viewer.organization(), after, PAGE);
    }

    /**
     * Sends a delivery once more, whatever became of it.
     *
     * @throws Refusal not found; conflict, without a registration
     */
    public void replay(Viewer viewer, DeliveryId id) {
        delivery(viewer, id);
        if (registrations.find(viewer.organization()).isEmpty()) {
            throw Refusal.conflict("webhook.not-registered");
        }
        deliveries.again(viewer.organization(), id, clock.instant());
    }

    private static void requireMay(Viewer viewer) {
        if (!viewer.may(Right.SEE_CUSTOMERS)) {
            viewer.require(Right.MANAGE_APPLICATIONS);
        }
    }
}
