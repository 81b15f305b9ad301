package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.customer.Qualification;
import io.palier.customer.QualificationPeriod;
import io.palier.customer.Qualifications;
import io.palier.customer.RelationshipId;
import io.palier.customer.WantedQualification;
import io.palier.customer.WantedQualification.EducationSegment;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Which special offers a customer may have (accounts contract 4). */
@ApiResource
@RequestMapping("/v1/customers/{customer}")
class QualificationResource {
    private final Customers customers;
    private final Qualifications qualifications;
    private final CustomerReader reader;

    QualificationResource(Customers customers, Qualifications qualifications, CustomerReader reader) {
        this.customers = customers;
        this.qualifications = qualifications;
        this.reader = reader;
    }

    /** What is to be given. */
    record WantedJson(
            @Nullable QualificationKind qualification,
            @Nullable EducationSegment educationSegment,
            @Nullable String validationCode,
            @Nullable String website) {

        /** @throws Fault 400, for government without a code, and for what there are no offers for */
        WantedQualification wanted() {
            var code = Texts.orNull(validationCode);
            if (qualification == QualificationKind.GOVERNMENT_COMMUNITY_CLOUD && code == null) {
                throw new Fault(Fault.Code.INVALID_PROPERTY, "This qualification needs a validation code.", "code");
            }
            return new WantedQualification(known(), educationSegment, code, Texts.orNull(website));
        }

        private Qualification known() {
            return switch (qualification) {
                case null ->
                    throw new Fault(Fault.Code.INVALID_PROPERTY, "The qualification is missing.", "qualification");
                case NONE -> Qualification.NONE;
                case EDUCATION -> Qualification.EDUCATION;
                case NONPROFIT -> Qualification.NON_PROFIT;
                case GOVERNMENT_COMMUNITY_CLOUD -> Qualification.GOVERNMENT;
                case STATE_OWNED_ENTITY ->
                    throw new Fault(Fault.Code.UNSUPPORTED, "There are no offers for this qualification.");
            };
        }
    }

    /** A qualification. The provider answers for it, so that there is no examination to wait for. */
    record QualificationJson(
            String qualification,
            @Nullable EducationSegment educationSegment,
            @Nullable String website,
            String vettingStatus,
            Instant vettingCreateDate,
            Attributes attributes) {

        static QualificationJson of(QualificationPeriod seen, ClientKind client) {
            var given = seen.given();
            return new QualificationJson(
                    QualificationKind.of(given.qualification()).word(client),
                    given.educationSegment(),
                    given.website(),
                    "Approved",
                    seen.period().from(),
                    Attributes.of("CustomerQualification"));
        }
    }

    /** A bare JSON string. */
    @GetMapping("/qualification")
    String one(Viewer viewer, @PathVariable OrganizationId customer, ClientKind client) {
        var seen = customers.get(viewer, reader.relationship(viewer, customer));
        return QualificationKind.of(seen.qualification()).word(client);
    }

    /** Takes the word or its number as a bare JSON value. */
    @PutMapping("/qualification")
    @WithUser
    String change(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String code,
            @RequestBody(required = false) @Nullable QualificationKind wanted,
            ClientKind client) {
        give(viewer, reader.relationship(viewer, customer), new WantedJson(wanted, null, code, null));
        return one(viewer, customer, client);
    }

    @GetMapping("/qualifications")
    List<QualificationJson> all(Viewer viewer, @PathVariable OrganizationId customer, ClientKind client) {
        return qualifications.history(viewer, reader.relationship(viewer, customer)).stream()
                .filter(given -> given.period().isOpen())
                .map(given -> QualificationJson.of(given, client))
                .toList();
    }

    @PostMapping("/qualifications")
    @WithUser
    @ResponseStatus(HttpStatus.CREATED)
    QualificationJson add(
            Viewer viewer, @PathVariable OrganizationId customer, @RequestBody WantedJson body, ClientKind client) {
        var id = reader.relationship(viewer, customer);
        if (body.qualification() == QualificationKind.NONE) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "A qualification cannot be none here.", "qualification");
        }
        give(viewer, id, body);
        return all(viewer, customer, client).getFirst();
    }

    private void give(Viewer viewer, RelationshipId id, WantedJson body) {
        qualifications.change(viewer, id, customers.get(viewer, id).version(), body.wanted());
    }
}
