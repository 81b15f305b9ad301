package io.palier.partner.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.identity.Viewer;
import io.palier.partner.Partnerships;
import io.palier.partner.ResellerChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Tells for several partner ids whether each can be a partner of record (commerce contract 3.3). */
@ApiResource
class ResellerValidationResource {
    private static final int MOST = 200;

    private final Partnerships partnerships;

    ResellerValidationResource(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /** Which ids. */
    record Asked(@Nullable List<String> partnerIds) {}

    /** One of them. The contract's public text does not name these fields, so that they stand here alone. */
    record Validity(
            String partnerId,
            boolean isValid,
            @Nullable String reasonCode,
            @Nullable String reason) {}

    @PostMapping("/v1/partners/validateresellers")
    Page<Validity> validate(Viewer viewer, @RequestBody Asked asked) {
        var ids = asked.partnerIds();
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.contains(null)) {
            throw new Fault(Fault.Code.INVALID_INPUT, "partnerIds takes 1 to 200 ids.", "partnerIds");
        }
        var known = partnerships.resellers(viewer, ids);
        return Page.of(ids.stream().map(id -> validity(id, known.get(id))).toList());
    }

    private static Validity validity(String id, @Nullable ResellerChoice partner) {
        if (partner == null) {
            return new Validity(id, false, "NotAPartner", "No indirect reseller of yours has this partner id.");
        }
        return partner.eligible()
                ? new Validity(id, true, null, null)
                : new Validity(id, false, "NotEligible", "The reseller cannot take part in new business now.");
    }
}
