package io.palier.customer;

import io.palier.customer.domain.WantedStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationView;
import io.palier.invitation.Invitations;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to requests for a reseller relationship with customers that exist already (portal reference 2.5). */
@Service
@Transactional
public class RelationshipRequests {
    private final Invitations invitations;
    private final RelationshipPurpose purpose;
    private final WantedStore store;
    private final Partnerships partnerships;

    RelationshipRequests(
            Invitations invitations, RelationshipPurpose purpose, WantedStore store, Partnerships partnerships) {
        this.invitations = invitations;
        this.purpose = purpose;
        this.store = store;
        this.partnerships = partnerships;
    }

    /** What the viewer's organization asks for, alone or jointly; latest first, 25 a page. */
    @Transactional(readOnly = true)
    public Slice<InvitationView> list(Viewer viewer, InvitationFilter filter, @Nullable Cursor after) {
        return invitations.list(viewer, RelationshipPurpose.CODE, filter, after);
    }

    /** What each of those listed for the viewer asks for. */
    @Transactional(readOnly = true)
    public Map<InvitationId, AskedRelationship> asked(Viewer viewer, Slice<InvitationView> listed) {
        purpose.requireSeeing(viewer);
        return purpose.asked(listed.rows().stream().map(InvitationView::id).toList());
    }

    /**
     * Drafts one request for each recipient. Providers ask alone or jointly with a reseller, resellers jointly with one of
     * their providers. Needs {@link Right#REQUEST_RELATIONSHIP}.
     *
     * @param recipients 1 to 20 e-mail addresses
     * @param other the reseller or, asked by a reseller, the provider
     * @param delegated with delegated administration; needs {@link Right#REQUEST_DELEGATED_ADMINISTRATION}
     * @throws Refusal invalid, field {@code other}, if a reseller names no provider; conflict, if the two are no active
     *     partners
     */
    public List<InvitationId> draft(
            Viewer viewer,
            Collection<String> recipients,
            Locale language,
            @Nullable OrganizationId other,
            boolean delegated) {
        requireAsking(viewer);
        if (delegated) {
            viewer.require(Right.REQUEST_DELEGATED_ADMINISTRATION);
        }
        var wanted = wanted(viewer, other, delegated);
        var reseller = wanted.reseller();
        if (reseller != null) {
            partnerships.requireActive(wanted.provider(), reseller);
        }
        var message = purpose.standard(viewer, wanted, language);
        var ids = invitations.draft(viewer, RelationshipPurpose.CODE, other, recipients, language, message);
        ids.forEach(id -> store.add(id, wanted));
        return ids;
    }

    /**
     * A link that the viewer hands to one customer by its own means, as the API's callers do: the same again until a
     * customer has answered it. Noted as sent to the viewer's own sign-in name.
     *
     * @throws Refusal as {@link #draft}
     */
    public String link(Viewer viewer, String signInName) {
        var open = invitations
                .list(viewer, RelationshipPurpose.CODE, InvitationFilter.of("waiting", signInName), null)
                .rows()
                .stream()
                .filter(invitation ->
                        invitation.isOwn() && invitation.recipient().equalsIgnoreCase(signInName))
                .findFirst();
        return open.orElseGet(() -> handedOver(viewer, signInName)).link();
    }

    private InvitationView handedOver(Viewer viewer, String recipient) {
        var delegated = viewer.may(Right.REQUEST_DELEGATED_ADMINISTRATION);
        var id = draft(viewer, List.of(recipient), viewer.locale(), null, delegated)
                .getFirst();
        var drafted = invitations.get(viewer, id);
        invitations.done(viewer, id, drafted.version(), drafted.subject(), drafted.text());
        return drafted;
    }

    /** Insists that the viewer may ask customers for a relationship. */
    @Transactional(readOnly = true)
    public void requireAsking(Viewer viewer) {
        purpose.requireSeeing(viewer);
        viewer.require(Right.REQUEST_RELATIONSHIP);
    }

    private static WantedRelationship wanted(Viewer viewer, @Nullable OrganizationId other, boolean delegated) {
        if (viewer.isProvider()) {
            return new WantedRelationship(viewer.organization(), other, delegated);
        }
        if (other == null) {
            throw Refusal.invalid("other", "relationship-request.provider-missing");
        }
        return new WantedRelationship(other, viewer.organization(), delegated);
    }
}
