package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.partner.domain.Eligibility;
import io.palier.partner.domain.InvitationLinks;
import io.palier.partner.domain.PartnershipRequest;
import io.palier.partner.domain.PartnershipRequestStore;
import io.palier.partner.domain.Region;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to partnership requests for those who were sent the link. Whoever has the link may see who asks; answering
 * needs {@link Right#ACCEPT_PARTNERSHIP} in an enrolled reseller.
 */
@Service
@Transactional
public class Invitations {
    private final PartnershipRequestStore store;
    private final InvitationLinks links;
    private final Organizations organizations;
    private final Partnerships partnerships;
    private final Eligibility eligibility;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            PartnershipRequestStore store,
            InvitationLinks links,
            Organizations organizations,
            Partnerships partnerships,
            Eligibility eligibility,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.eligibility = eligibility;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the link says now, to a person or to nobody known. A person who sees it marks it opened; a machine that
     * follows the link does not, and nothing is ever consumed by looking.
     *
     * @return empty for a link that was altered or cut off
     */
    public Optional<InvitationView> look(@Nullable Viewer viewer, String token) {
        return find(token).map(request -> {
            if (viewer != null
                    && !viewer.organization().equals(request.provider())
                    && request.open(viewer.actor(), clock.instant())) {
                store.saveUnlessChanged(request);
            }
            return view(viewer, request);
        });
    }

    /**
     * Makes the viewer's reseller a partner of the provider that asked.
     *
     * @throws Refusal gone, if the request is not open any more; conflict, naming what stands in the way; not found, for
     *     an altered link
     */
    public void accept(Viewer viewer, String token) {
        var request = answerable(viewer, token);
        var now = clock.instant();
        request.accept(viewer.actor(), viewer.organization(), now);
        store.save(request);
        audit.record(PartnershipRequests.entry(viewer.actor(), "accepted", request));
        partnerships.establish(viewer.actor(), request.provider(), viewer.organization(), false, request.id());
        events.publishEvent(new PartnershipRequestAnswered(
                request.id(), request.provider(), viewer.organization(), true, null, now));
    }

    /**
     * Says no, with a reason that the provider reads.
     *
     * @param reason 1 to 1000 characters
     * @throws Refusal as {@link #accept}
     */
    public void decline(Viewer viewer, String token, String reason) {
        var request = find(token).orElseThrow(Refusal::notFound);
        request.requireOpen(clock.instant());
        if (!viewer.isReseller()) {
            throw Refusal.conflict("invitation.not-a-reseller");
        }
        viewer.require(Right.ACCEPT_PARTNERSHIP);
        var now = clock.instant();
        request.decline(viewer.actor(), viewer.organization(), reason, now);
        store.save(request);
        audit.record(
                PartnershipRequests.entry(viewer.actor(), "declined", request).concerning(viewer.organization()));
        events.publishEvent(new PartnershipRequestAnswered(
                request.id(), request.provider(), viewer.organization(), false, reason, now));
    }

    private PartnershipRequest answerable(Viewer viewer, String token) {
        var request = find(token).orElseThrow(Refusal::notFound);
        request.requireOpen(clock.instant());
        var obstacles = obstacles(viewer, organizations.get(request.provider()));
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict("invitation." + obstacles.getFirst());
        }
        return request;
    }

    private Optional<PartnershipRequest> find(String token) {
        return links.read(token).flatMap(store::find);
    }

    private InvitationView view(@Nullable Viewer viewer, PartnershipRequest request) {
        var provider = organizations.get(request.provider());
        return new InvitationView(
                request.id(),
                provider.name(),
                provider.address().country(),
                request.stateAt(clock.instant()),
                request.expiresAt(),
                viewer != null && viewer.organization().equals(request.reseller()),
                viewer != null,
                viewer == null ? List.of() : obstacles(viewer, provider));
    }

    private List<String> obstacles(Viewer viewer, OrganizationView provider) {
        if (viewer.organization().equals(provider.id())) {
            return List.of("itself");
        }
        if (!viewer.isReseller()) {
            return List.of("not-a-reseller");
        }
        var obstacles = new ArrayList<String>();
        eligibility.missing(viewer.organization()).ifPresent(reason -> obstacles.add("not-eligible"));
        if (!viewer.may(Right.ACCEPT_PARTNERSHIP)) {
            obstacles.add("role");
        }
        var own = organizations.get(viewer.organization());
        if (!Region.isSame(own.address().country(), provider.address().country())) {
            obstacles.add("region");
        }
        if (partnerships.isActive(provider.id(), viewer.organization())) {
            obstacles.add("already");
        }
        if (!provider.isActive()) {
            obstacles.add("provider-suspended");
        }
        return obstacles;
    }
}
