package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Page;
import io.palier.api.WireWords;
import io.palier.api.WithUser;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What customers own for good, such as software: nothing of that kind is sold here (accounts contract 4). */
@ApiResource
@WithUser
class EntitlementResource {
    private final CustomerReader reader;

    EntitlementResource(CustomerReader reader) {
        this.reader = reader;
    }

    /** The contract's kinds. */
    enum Type {
        SOFTWARE,
        RESERVED_INSTANCE,
        VIRTUAL_MACHINE_RESERVED_INSTANCE
    }

    @GetMapping("/v1/customers/{customer}/entitlements")
    Page<Object> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String entitlementType) {
        reader.relationship(viewer, customer);
        if (entitlementType != null && !entitlementType.isBlank()) {
            WireWords.read(Type.class, entitlementType);
        }
        return Page.of(List.of());
    }
}
