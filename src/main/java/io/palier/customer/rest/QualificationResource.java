package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.customer.Customers;
import io.palier.customer.Qualification;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which special offers a customer may have (accounts contract 4). */
@ApiResource
@RequestMapping("/v1/customers/{customer}")
class QualificationResource {
    private final Customers customers;
    private final CustomerReader reader;

    QualificationResource(Customers customers, CustomerReader reader) {
        this.customers = customers;
        this.reader = reader;
    }

    /** A qualification with the state of its examination. */
    record QualificationJson(
            String qualification,
            String vettingStatus,
            @Nullable String vettingReason,
            Instant vettingCreateDate,
            Attributes attributes) {}

    /** A bare JSON string, in words that the Java client knows. */
    @GetMapping("/qualification")
    String one(Viewer viewer, @PathVariable OrganizationId customer) {
        var seen = customers.get(viewer, reader.relationship(viewer, customer));
        return word(seen.qualification());
    }

    @GetMapping("/qualifications")
    List<QualificationJson> all(Viewer viewer, @PathVariable OrganizationId customer) {
        var seen = customers.get(viewer, reader.relationship(viewer, customer));
        return seen.qualification() == Qualification.NONE
                ? List.of()
                : List.of(new QualificationJson(
                        word(seen.qualification()),
                        "Approved",
                        null,
                        seen.since(),
                        Attributes.of("CustomerQualification")));
    }

    private static String word(Qualification qualification) {
        return switch (qualification) {
            case NONE -> "none";
            case EDUCATION -> "education";
            case NON_PROFIT -> "nonprofit";
            case GOVERNMENT -> "government_community_cloud";
        };
    }
}
