package io.palier.identity;

import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.organization.SupportProfile;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The viewer's own organization; every change needs {@link Right#EDIT_OWN_PROFILE}. */
@Service
@Transactional
public class OwnOrganization {
    private final Organizations organizations;
    private final AuditTrail audit;

    OwnOrganization(Organizations organizations, AuditTrail audit) {
        this.organizations = organizations;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public OrganizationView get(Viewer viewer) {
        return organizations.get(viewer.organization());
    }

    /**
     * Changes what customers are shown when they need help.
     *
     * @throws io.palier.shared.Refusal forbidden without the right; changed meanwhile, if {@code version} is not the
     *     present one
     */
    public void support(Viewer viewer, int version, SupportProfile profile) {
        viewer.require(Right.EDIT_OWN_PROFILE);
        var before = get(viewer).support();
        organizations.support(viewer.organization(), version, profile);
        audit.record(
                AuditEntry.of(viewer.actor(), "organization.support-changed", "organization", viewer.organization())
                        .change("email", before.email(), profile.email())
                        .change("phone", before.phone(), profile.phone())
                        .change("website", before.website(), profile.website()));
    }
}
