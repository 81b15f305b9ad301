package io.palier.customer.rest;

import io.palier.agreement.AgreementId;
import io.palier.agreement.AgreementKind;
import io.palier.agreement.AgreementVersion;
import io.palier.agreement.Agreements;
import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.CustomerAccount;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.platform.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The customer agreement: its text, and that customers have accepted it (accounts contract 4). */
@ApiResource
@WithUser
class AgreementResource {
    private static final String TYPE = "MicrosoftCustomerAgreement";
    private static final String ANY = "*";
    /** What programs older than the customer agreement attest; it has taken its place. */
    private static final String PREDECESSOR = "MicrosoftCloudAgreement";

    private final Agreements agreements;
    private final Customers customers;
    private final CustomerReader reader;
    private final Origin origin;

    AgreementResource(Agreements agreements, Customers customers, CustomerReader reader, Origin origin) {
        this.agreements = agreements;
        this.customers = customers;
        this.reader = reader;
        this.origin = origin;
    }

    /** What there is to agree to. */
    record TemplateJson(
            AgreementId templateId,
            String agreementType,
            String agreementLink,
            int versionRank,
            Attributes attributes) {}

    /** Where its text is read. */
    record DocumentJson(
            String displayUri, String downloadUri, String language, String country, Attributes attributes) {}

    /** That a customer has accepted it. */
    record AgreementJson(
            @Nullable String userId,
            @Nullable ContactJson primaryContact,
            @Nullable AgreementId templateId,
            @Nullable Instant dateAgreed,
            @Nullable String type,
            @Nullable String agreementLink,
            @Nullable Attributes attributes) {}

    /** Who accepted it. */
    record ContactJson(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phoneNumber) {}

    /** Whether the customer signed by itself rather than through the provider's attestation. */
    record DirectlySigned(boolean isSigned, Attributes attributes) {}

    @GetMapping("/v1/agreements")
    Page<TemplateJson> templates(@RequestParam(required = false) @Nullable String agreementType, Locale language) {
        if (!isCustomerAgreement(agreementType)) {
            return Page.of(List.of());
        }
        var current = agreements.current(AgreementKind.CUSTOMER, language);
        return Page.of(List.of(new TemplateJson(
                current.id(), TYPE, address(current), current.number(), Attributes.of("AgreementMetaData"))));
    }

    /** Old clients that name no type ask for the cloud agreement; there is only this one here. */
    private static boolean isCustomerAgreement(@Nullable String type) {
        return type == null
                || type.isBlank()
                || type.strip().equals(ANY)
                || type.strip().equalsIgnoreCase(TYPE);
    }

    @GetMapping("/v1/agreementtemplates/{template}/document")
    DocumentJson document(
            @PathVariable AgreementId template,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String country) {
        var locale = Locale.forLanguageTag(language == null ? "en-US" : language.strip());
        var version = agreements.get(template, locale);
        var tag = locale.toLanguageTag().equals("und") ? "en-US" : locale.toLanguageTag();
        return new DocumentJson(
                address(version),
                address(version),
                tag,
                country == null ? "US" : country.strip(),
                Attributes.of("AgreementDocument"));
    }

    private String address(AgreementVersion version) {
        return origin.get() + "/agreements/" + version.id();
    }

    @GetMapping("/v1/customers/{customer}/agreements")
    Page<AgreementJson> accepted(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String agreementType,
            Locale language) {
        var account = customers.account(viewer, reader.relationship(viewer, customer));
        var agreement = account.agreement();
        if (agreement == null || !isCustomerAgreement(agreementType)) {
            return Page.of(List.of());
        }
        return Page.of(List.of(json(agreement, null, language)));
    }

    private AgreementJson json(CustomerAccount.Agreement agreement, @Nullable String user, Locale language) {
        var current = agreements.current(AgreementKind.CUSTOMER, language);
        return new AgreementJson(
                user,
                new ContactJson(agreement.firstName(), agreement.lastName(), agreement.email(), agreement.phone()),
                current.id(),
                agreement.acceptedAt(),
                TYPE,
                address(current),
                Attributes.of("Agreement"));
    }

    /** The provider attests it; asking again for one that is accepted answers with what stands. */
    @PostMapping("/v1/customers/{customer}/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    AgreementJson attest(
            Viewer viewer, @PathVariable OrganizationId customer, @RequestBody AgreementJson body, Locale language) {
        var type = body.type();
        if (!isCustomerAgreement(type) && !PREDECESSOR.equalsIgnoreCase(Texts.orNull(type))) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "There is no such agreement.", "type");
        }
        var id = reader.relationship(viewer, customer);
        if (customers.account(viewer, id).agreement() == null) {
            var version = customers.get(viewer, id).version();
            customers.attest(viewer, id, version, acceptance(body));
        }
        var agreement = customers.account(viewer, id).agreement();
        if (agreement == null) {
            throw new IllegalStateException("An agreement was attested and is not there: " + id);
        }
        return json(agreement, viewer.membership().toString(), language);
    }

    private static AgreementAcceptance acceptance(AgreementJson body) {
        var contact = body.primaryContact();
        var agreed = body.dateAgreed();
        if (contact == null || agreed == null) {
            throw new Fault(
                    Fault.Code.INVALID_PROPERTY,
                    "primaryContact and dateAgreed are needed.",
                    contact == null ? "primaryContact" : "dateAgreed");
        }
        return new AgreementAcceptance(
                agreed.atZone(ZoneOffset.UTC).toLocalDate(),
                Texts.orEmpty(contact.firstName()),
                Texts.orEmpty(contact.lastName()),
                Texts.orEmpty(contact.email()),
                Texts.orNull(contact.phoneNumber()));
    }

    @GetMapping("/v1/customers/{customer}/directsignedmicrosoftcustomeragreementstatus")
    DirectlySigned directlySigned(Viewer viewer, @PathVariable OrganizationId customer) {
        var agreement =
                customers.account(viewer, reader.relationship(viewer, customer)).agreement();
        return new DirectlySigned(
                agreement != null && !agreement.attested(), Attributes.of("DirectSignedCustomerAgreementStatus"));
    }
}
