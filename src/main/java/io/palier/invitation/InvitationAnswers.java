package io.palier.invitation;

import io.palier.identity.Viewer;
import io.palier.invitation.domain.Invitation;
import io.palier.invitation.domain.InvitationLinks;
import io.palier.invitation.domain.InvitationStore;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to invitations for those who were sent the link. Whoever has the link may see who asks for what; answering
 * needs the right the {@link InvitationPurpose} names.
 */
@Service
@Transactional
public class InvitationAnswers {
    private final InvitationStore store;
    private final InvitationLinks links;
    private final Purposes purposes;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final Clock clock;

    InvitationAnswers(
            InvitationStore store,
            InvitationLinks links,
            Purposes purposes,
            Organizations organizations,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.purposes = purposes;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the link says now, to a person or to nobody known. A person who sees it marks it opened; a machine that
     * follows the link does not, and nothing is ever consumed by looking.
     *
     * @return empty for a link that was altered or cut off
     */
    public Optional<Landing> look(@Nullable Viewer viewer, String token) {
        return find(token).map(invitation -> {
            if (viewer != null
                    && !invitation.invited().isBy(viewer.organization())
                    && invitation.open(viewer.actor(), clock.instant())) {
                store.saveUnlessChanged(invitation);
            }
            return landing(viewer, invitation);
        });
    }

    /** What the viewer's organization has looked at and the viewer may still answer; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Opened> waiting(Viewer viewer) {
        var opened = store.opened(viewer.organization(), clock.instant()).stream()
                .filter(invitation -> mayAnswer(viewer, invitation))
                .toList();
        return opened.stream()
                .findFirst()
                .map(first -> new Opened(opened.size(), "/invitations/" + links.token(first.id())));
    }

    private boolean mayAnswer(Viewer viewer, Invitation invitation) {
        var purpose = purposes.get(invitation.purpose());
        return isRecipient(viewer, invitation, purpose) && viewer.may(purpose.answering());
    }

    /**
     * Says yes for the viewer's organization, and makes true what was asked, all or nothing.
     *
     * @param agreement the version of an agreement that was read and accepted; null if none was
     * @throws Refusal gone, if it is not open any more; conflict, naming what stands in the way; not found, for an
     *     altered link; whatever the purpose refuses
     */
    public void accept(Viewer viewer, String token, @Nullable UUID agreement) {
        var invitation = open(token);
        var purpose = purposes.get(invitation.purpose());
        var obstacles = obstacles(viewer, invitation, organizations.get(invitation.sender()));
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict(obstacles.getFirst());
        }
        invitation.accept(viewer.actor(), viewer.organization(), clock.instant());
        answered(viewer, invitation, "accepted");
        purpose.accept(viewer, invitation.invited(), agreement);
    }

    /**
     * Says no, with a reason that the sender reads.
     *
     * @param reason 1 to 1000 characters
     * @throws Refusal gone; conflict, for an organization that cannot answer; forbidden; not found, for an altered link
     */
    public void decline(Viewer viewer, String token, String reason) {
        var invitation = open(token);
        var purpose = purposes.get(invitation.purpose());
        if (!isRecipient(viewer, invitation, purpose)) {
            throw Refusal.conflict(code(purpose, "wrong-kind"));
        }
        viewer.require(purpose.answering());
        invitation.decline(viewer.actor(), viewer.organization(), reason, clock.instant());
        answered(viewer, invitation, "declined");
        purpose.decline(viewer, invitation.invited(), reason);
    }

    private void answered(Viewer viewer, Invitation invitation, String how) {
        store.save(invitation);
        store.findAlsoBy(invitation.id(), viewer.organizationName());
        audit.record(Invitations.entry(viewer.actor(), how, invitation).concerning(viewer.organization()));
    }

    private Invitation open(String token) {
        var invitation = find(token).orElseThrow(Refusal::notFound);
        invitation.requireOpen(clock.instant());
        return invitation;
    }

    private Optional<Invitation> find(String token) {
        return links.read(token).flatMap(store::find);
    }

    private Landing landing(@Nullable Viewer viewer, Invitation invitation) {
        var sender = organizations.get(invitation.sender());
        var purpose = purposes.get(invitation.purpose());
        return new Landing(
                invitation.id(),
                purpose.code(),
                purpose.template(),
                purpose.afterwards(),
                purpose.asked(viewer, invitation.invited()),
                sender.name(),
                sender.address().country(),
                invitation.stateAt(clock.instant()),
                invitation.expiresAt(),
                viewer != null && viewer.organization().equals(invitation.answeredBy()),
                viewer != null,
                viewer == null ? null : viewer.organizationName(),
                viewer == null ? List.of() : obstacles(viewer, invitation, sender));
    }

    private List<String> obstacles(Viewer viewer, Invitation invitation, OrganizationView sender) {
        var purpose = purposes.get(invitation.purpose());
        if (invitation.invited().isBy(viewer.organization())) {
            return List.of(code(purpose, "itself"));
        }
        if (!isRecipient(viewer, invitation, purpose)) {
            return List.of(code(purpose, "wrong-kind"));
        }
        var obstacles = new ArrayList<String>();
        if (!viewer.may(purpose.answering())) {
            obstacles.add(code(purpose, "role"));
        }
        purpose.obstacles(viewer, invitation.invited()).forEach(obstacle -> obstacles.add(code(purpose, obstacle)));
        if (!sender.isActive()) {
            obstacles.add(code(purpose, "sender-suspended"));
        }
        return obstacles;
    }

    private static boolean isRecipient(Viewer viewer, Invitation invitation, InvitationPurpose purpose) {
        return !invitation.invited().isBy(viewer.organization())
                && !purpose.answering().holders(viewer.kind()).isEmpty();
    }

    private static String code(InvitationPurpose purpose, String obstacle) {
        return purpose.code() + "." + obstacle;
    }
}
