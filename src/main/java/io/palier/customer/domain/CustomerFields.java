package io.palier.customer.domain;

import io.palier.customer.AgreementAcceptance;
import io.palier.customer.CustomerAccount;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.customer.WantedQualification;
import io.palier.organization.AddressRules;
import io.palier.organization.Contact;
import io.palier.organization.PhoneNumbers;
import io.palier.shared.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every field of a customer must look like, whichever form or call it comes from. */
public final class CustomerFields {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

    private CustomerFields() {}

    /** The customer with address and phone number in the form they are kept in. */
    public static NewCustomer check(NewCustomer wanted) {
        text("name", wanted.name(), 200);
        var address = AddressRules.check(wanted.address());
        var contact = check(wanted.contact(), address.country());
        optional("registrationNumber", wanted.registrationNumber(), 50);
        var agreement = wanted.agreement();
        if (agreement != null) {
            check(agreement);
        }
        return new NewCustomer(
                wanted.name(),
                address,
                wanted.domainPrefix(),
                wanted.domainSuffix(),
                contact,
                wanted.language(),
                wanted.registrationNumber(),
                wanted.qualification(),
                agreement,
                wanted.reseller());
    }

    /** The contact with its phone number in the form it is kept in. */
    public static Contact check(Contact contact, String country) {
        text("firstName", contact.firstName(), 50);
        text("lastName", contact.lastName(), 50);
        email("email", contact.email());
        return new Contact(
                contact.firstName(),
                contact.lastName(),
                contact.email(),
                PhoneNumbers.normalize(contact.phone(), country));
    }

    /** The billing details with their address in the form it is kept in. */
    public static CustomerAccount.Billing check(CustomerAccount.Billing billing) {
        text("name", billing.name(), 200);
        var email = billing.email();
        if (email != null) {
            email("email", email);
        }
        return new CustomerAccount.Billing(billing.name(), AddressRules.check(billing.address()), email);
    }

    public static void check(WantedQualification wanted) {
        if (wanted.educationSegment() != null && wanted.qualification() != Qualification.EDUCATION) {
            throw Refusal.invalid("educationSegment", "customer.segment-of-education");
        }
        optional("validationCode", wanted.validationCode(), 100);
        optional("website", wanted.website(), 200);
    }

    public static void check(AgreementAcceptance acceptance) {
        text("signatoryFirstName", acceptance.firstName(), 50);
        text("signatoryLastName", acceptance.lastName(), 50);
        email("signatoryEmail", acceptance.email());
        optional("signatoryPhone", acceptance.phone(), 50);
    }

    public static void text(String field, String value, int longest) {
        if (value.isBlank()) {
            throw Refusal.invalid(field, "customer.missing");
        }
        optional(field, value, longest);
    }

    public static void email(String field, String value) {
        if (value.length() > 200 || !EMAIL.matcher(value).matches()) {
            throw Refusal.invalid(field, "customer.email");
        }
    }

    private static void optional(String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw Refusal.invalid(field, "customer.too-long", longest);
        }
    }
}
