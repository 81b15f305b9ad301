package io.palier.invitation;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module asks for by invitations. The module that asks implements it; this module does the rest: messages, links,
 * states, timelines, pages.
 */
public interface InvitationPurpose {

    /**
     * Stable name such as {@code partnership-request}: stands in the table, begins the kinds of audit entries and the
     * codes of refusals, and names the messages {@code <code>.heading}, {@code .title}, {@code .who}, {@code .accept},
     * {@code .accepted}, {@code .afterwards}, {@code .handed-over} and {@code .all}.
     */
    String code();

    /** Address of the list of such invitations. */
    String list();

    /** Address of the page the recipient comes to after accepting. */
    String afterwards();

    /** The template whose fragments {@code asked}, {@code elsewhere} and {@code acceptance} say what is asked. */
    String template();

    /**
     * Insists that the viewer may see such invitations.
     *
     * @throws Refusal not found, if the viewer's organization cannot send such; forbidden, if the role may not see them
     */
    void requireSeeing(Viewer viewer);

    /** The right that changing and handing over this one needs. */
    Right asking(InvitationId id);

    /** The right that answering needs; organizations of kinds that cannot have it are no recipients. */
    Right answering();

    /** The message to begin with. */
    InvitationMessage standard(Viewer viewer, InvitationId id, Locale language);

    /** What is asked exactly, for the fragments of {@link #template()}. */
    Object asked(@Nullable Viewer viewer, Invited invited);

    /**
     * What keeps the viewer's organization from accepting, as codes of refusals {@code <code>.<obstacle>}; role, kind and
     * asking oneself are checked already.
     */
    List<String> obstacles(Viewer viewer, Invited invited);

    /**
     * Makes true what was asked, in the transaction of the answer.
     *
     * @param agreement the version of an agreement that was read and accepted; null if none was
     */
    void accept(Viewer viewer, Invited invited, @Nullable UUID agreement);

    /** Tells that the answer was no. */
    void decline(Viewer viewer, Invited invited, String reason);
}
