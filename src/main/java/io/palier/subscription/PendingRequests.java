package io.palier.subscription;

import io.palier.identity.Viewer;
import java.time.Instant;
import java.util.Optional;

/** What a module above knows of changes asked for and not answered yet; the subscription's page says so. */
public interface PendingRequests {

    /** The open request about this subscription, if the viewer may see one. */
    Optional<Pending> pending(Viewer viewer, SubscriptionId id);

    /**
     * An open request.
     *
     * @param wanted what is asked for, such as an offer's title
     * @param quantity licenses asked for
     * @param askedForName the organization that asks
     * @param href where it is answered or followed
     */
    record Pending(String wanted, int quantity, String askedForName, Instant askedAt, String href) {}
}
