package io.palier.invitation;

import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Who invites, as the module that asks needs to know it.
 *
 * @param companion the organization that asks jointly with the sender; null if the sender asks alone
 */
public record Invited(
        InvitationId id, OrganizationId sender, @Nullable OrganizationId companion) {

    /** Whether the organization is on the asking side. */
    public boolean isBy(OrganizationId organization) {
        return organization.equals(sender) || organization.equals(companion);
    }
}
