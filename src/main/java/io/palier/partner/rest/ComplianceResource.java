package io.palier.partner.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.WithUser;
import io.palier.identity.Viewer;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a reseller has signed the partner agreement (accounts contract 3); an unsigned one is a fault there. */
@ApiResource
@WithUser
class ComplianceResource {
    private static final Fault.Code MALFORMED = Fault.Code.of(400, 2000);
    private static final Fault.Code NO_ID = Fault.Code.of(400, 2001);
    private static final Fault.Code UNSIGNED_MPN = Fault.Code.of(400, 2203);
    private static final Fault.Code NO_RESELLER = Fault.Code.of(400, 2204);
    private static final Fault.Code UNKNOWN_TENANT = Fault.Code.of(400, 2205);
    private static final Fault.Code UNSIGNED_TENANT = Fault.Code.of(400, 2206);

    private static final String UNSIGNED = "partner.eligibility.agreement-not-signed";

    private final Partnerships partnerships;

    ComplianceResource(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /** The answer for a reseller who has signed. */
    record AgreementStatus(boolean isAgreementSigned) {}

    @GetMapping("/v1/compliance/csp/agreementstatus")
    AgreementStatus status(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String mpnId,
            @RequestParam(required = false) @Nullable String tenantId) {
        boolean byMpn = mpnId != null && !mpnId.isBlank();
        boolean byTenant = tenantId != null && !tenantId.isBlank();
        if (byMpn == byTenant) {
            throw new Fault(byMpn ? MALFORMED : NO_ID, "Exactly one of mpnId and tenantId is asked for.");
        }
        var found = byMpn ? byMpn(viewer, String.valueOf(mpnId).strip()) : byTenant(viewer, String.valueOf(tenantId));
        var reseller = found.orElseThrow(
                () -> new Fault(byMpn ? NO_RESELLER : UNKNOWN_TENANT, "No indirect reseller of yours has this id."));
        if (UNSIGNED.equals(reseller.reasonKey())) {
            throw new Fault(
                    byMpn ? UNSIGNED_MPN : UNSIGNED_TENANT, "The reseller has not signed the partner agreement.");
        }
        return new AgreementStatus(true);
    }

    private Optional<ResellerChoice> byMpn(Viewer viewer, String mpnId) {
        if (!mpnId.matches("\\d{1,10}")) {
            throw new Fault(MALFORMED, "mpnId is no number.", "mpnId");
        }
        return Optional.ofNullable(
                partnerships.resellers(viewer, List.of(mpnId)).get(mpnId));
    }

    private Optional<ResellerChoice> byTenant(Viewer viewer, String tenantId) {
        UUID id;
        try {
            id = UUID.fromString(tenantId.strip());
        } catch (IllegalArgumentException malformed) {
            throw new Fault(MALFORMED, "tenantId is no GUID.", "tenantId");
        }
        return partnerships.resellers(viewer).stream()
                .filter(reseller -> reseller.id().value().equals(id))
                .findFirst();
    }
}
