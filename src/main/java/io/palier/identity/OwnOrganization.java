package io.palier.identity;

import io.palier.organization.Address;
import io.palier.organization.AddressRules;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.organization.SupportProfile;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import java.util.Locale;
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
     * @throws io.palier.shared.Refusal forbidden without the right; invalid, naming the field; changed meanwhile, if
     *     {@code version} is not the present one
     */
    public void support(Viewer viewer, int version, SupportProfile typed) {
        viewer.require(Right.EDIT_OWN_PROFILE);
        var profile = typed.checked();
        var before = get(viewer).support();
        organizations.support(viewer.organization(), version, profile);
        audit.record(
                AuditEntry.of(viewer.actor(), "organization.support-changed", "organization", viewer.organization())
                        .change("email", before.email(), profile.email())
                        .change("phone", before.phone(), profile.phone())
                        .change("website", before.website(), profile.website()));
    }

    /**
     * Changes where the organization is and in which language it is written to; its name is the operator's to change.
     *
     * @throws io.palier.shared.Refusal forbidden without the right; invalid, naming the field, also for another
     *     country; changed meanwhile, if {@code version} is not the present one
     */
    public void move(Viewer viewer, int version, Address typed, Locale language) {
        viewer.require(Right.EDIT_OWN_PROFILE);
        var before = get(viewer);
        var address = AddressRules.check(typed);
        organizations.describe(viewer.organization(), version, before.name(), address, language);
        audit.record(AuditEntry.of(viewer.actor(), "organization.moved", "organization", viewer.organization())
                .change("city", before.address().city(), address.city())
                .change("language", before.language().getLanguage(), language.getLanguage()));
    }
}
