package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationView;
import io.palier.invitation.Invitations;
import io.palier.shared.Cursor;
import io.palier.shared.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a provider's partnership requests: invitations to become partners. */
@Service
@Transactional
public class PartnershipRequests {
    private final Invitations invitations;
    private final PartnershipPurpose purpose;

    PartnershipRequests(Invitations invitations, PartnershipPurpose purpose) {
        this.invitations = invitations;
        this.purpose = purpose;
    }

    /** The viewer's requests, latest first, 25 a page. Needs {@link Right#SEE_PARTNERSHIPS}. */
    @Transactional(readOnly = true)
    public Slice<InvitationView> list(Viewer viewer, InvitationFilter filter, @Nullable Cursor after) {
        return invitations.list(viewer, PartnershipPurpose.CODE, filter, after);
    }

    /**
     * Drafts one request for each recipient, in the recipients' language, each with its own link. Needs
     * {@link Right#REQUEST_PARTNERSHIP}.
     *
     * @param recipients 1 to 20 e-mail addresses
     */
    public List<InvitationId> draft(Viewer viewer, Collection<String> recipients, Locale language) {
        requireAsking(viewer);
        return invitations.draft(
                viewer, PartnershipPurpose.CODE, null, recipients, language, purpose.standard(viewer, language));
    }

    /** Insists that the viewer may ask for partnerships. */
    @Transactional(readOnly = true)
    public void requireAsking(Viewer viewer) {
        Partnerships.requireProvider(viewer, Right.REQUEST_PARTNERSHIP);
    }
}
