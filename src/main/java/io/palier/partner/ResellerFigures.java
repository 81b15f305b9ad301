package io.palier.partner;

import io.palier.organization.OrganizationId;
import java.util.Collection;
import java.util.Map;

/** One figure of resellers for the provider's list, counted by the module that keeps what is counted. */
public interface ResellerFigures {

    /** What is counted. */
    enum Figure {
        CUSTOMERS,
        SUBSCRIPTIONS
    }

    Figure figure();

    /** The figure of each of these resellers, of this provider only, in one query; those with none may be left out. */
    Map<OrganizationId, Long> count(OrganizationId provider, Collection<OrganizationId> resellers);
}
