package io.palier.onboarding;

import io.palier.customer.AgreementAcceptance;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.organization.AddressForm;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.web.Languages;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Account info as typed.
 *
 * @param reseller id of an organization; empty for none
 * @param agreement "accepted" or "later"
 * @param acceptedOn ISO 8601 date
 */
public record AccountStep(
        @Size(max = 36) String reseller,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 100) String domainPrefix,
        @NotBlank @Size(max = 200) String domainSuffix,
        AddressForm address,
        @NotBlank @Size(max = 50) String firstName,
        @NotBlank @Size(max = 50) String lastName,
        @NotBlank @Size(max = 200) String email,
        @Size(max = 40) String phone,
        @NotBlank @Size(max = 10) String language,
        @Size(max = 20) String qualification,
        @Size(max = 50) String registrationNumber,
        @Size(max = 10) String agreement,
        @Size(max = 10) String acceptedOn,
        @Size(max = 50) String signatoryFirstName,
        @Size(max = 50) String signatoryLastName,
        @Size(max = 200) String signatoryEmail,
        @Size(max = 40) String signatoryPhone) {
    private static final int LONGEST = 1000;

    /** A field that was not sent is an empty one. */
    @SuppressWarnings("ConstantValue")
    public AccountStep(
            @Nullable String reseller,
            @Nullable String name,
            @Nullable String domainPrefix,
            @Nullable String domainSuffix,
            @Nullable AddressForm address,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String qualification,
            @Nullable String registrationNumber,
            @Nullable String agreement,
            @Nullable String acceptedOn,
            @Nullable String signatoryFirstName,
            @Nullable String signatoryLastName,
            @Nullable String signatoryEmail,
            @Nullable String signatoryPhone) {
        this.reseller = text(reseller);
        this.name = text(name);
        this.domainPrefix = text(domainPrefix);
        this.domainSuffix = text(domainSuffix);
        this.address = address == null ? AddressForm.in("") : address;
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.email = text(email);
        this.phone = text(phone);
        this.language = text(language);
        this.qualification = text(qualification);
        this.registrationNumber = text(registrationNumber);
        this.agreement = text(agreement);
        this.acceptedOn = text(acceptedOn);
        this.signatoryFirstName = text(signatoryFirstName);
        this.signatoryLastName = text(signatoryLastName);
        this.signatoryEmail = text(signatoryEmail);
        this.signatoryPhone = text(signatoryPhone);
    }

    /** What a new draft begins with. */
    public static AccountStep in(String country, String suffix, String language, String reseller) {
        return new AccountStep(
                reseller,
                null,
                null,
                suffix,
                AddressForm.in(country),
                null,
                null,
                null,
                null,
                language,
                Qualification.NONE.name(),
                null,
                "later",
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether a draft can keep it: no NUL, no endless text. */
    public boolean keepable() {
        var all = String.join(
                "\n",
                name,
                reseller,
                domainPrefix,
                domainSuffix,
                address.country(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                address.state(),
                firstName,
                lastName,
                email,
                phone,
                language,
                qualification,
                registrationNumber,
                agreement,
                acceptedOn,
                signatoryFirstName,
                signatoryLastName,
                signatoryEmail,
                signatoryPhone);
        return all.indexOf('\0') < 0
                && all.lines().allMatch(line -> line.length() <= LONGEST)
                && all.length() < 10 * LONGEST;
    }

    public boolean agreementAccepted() {
        return agreement.equals("accepted");
    }

    /** The day the customer accepted the agreement; empty if it is no date. */
    public Optional<LocalDate> acceptanceDate() {
        try {
            return Optional.of(LocalDate.parse(acceptedOn));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public Optional<OrganizationId> resellerId() {
        return organization(reseller);
    }

    /** The special qualification; anything unknown is none. */
    public Qualification special() {
        for (var known : Qualification.values()) {
            if (known.name().equals(qualification)) {
                return known;
            }
        }
        return Qualification.NONE;
    }

    /** The whole domain as far as it is typed. */
    public String domain() {
        return domainPrefix + "." + domainSuffix;
    }

    /** The customer to add; call when the step has been checked. */
    public NewCustomer customer() {
        return new NewCustomer(
                name,
                address.address(),
                domainPrefix,
                domainSuffix,
                new Contact(firstName, lastName, email, orNull(phone)),
                Languages.find(language).orElse(Locale.ENGLISH),
                orNull(registrationNumber),
                special(),
                acceptance(),
                resellerId().orElse(null));
    }

    private @Nullable AgreementAcceptance acceptance() {
        var day = acceptanceDate();
        return agreementAccepted() && day.isPresent()
                ? new AgreementAcceptance(
                        day.get(), signatoryFirstName, signatoryLastName, signatoryEmail, orNull(signatoryPhone))
                : null;
    }

    /** The id in a text; empty if there is none. */
    public static Optional<OrganizationId> organization(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new OrganizationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
