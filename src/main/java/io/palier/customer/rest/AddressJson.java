package io.palier.customer.rest;

import io.palier.organization.Address;
import io.palier.organization.Contact;
import org.jspecify.annotations.Nullable;

/** An address as the contract has it, with the person it is written to (accounts contract 4). */
record AddressJson(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String state,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String postalCode,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phoneNumber) {

    static AddressJson of(Address address) {
        return of(address, null);
    }

    static AddressJson of(Address address, @Nullable Contact contact) {
        return new AddressJson(
                address.country(),
                null,
                address.city(),
                address.state(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                contact == null ? null : contact.firstName(),
                contact == null ? null : contact.lastName(),
                contact == null ? null : contact.phone());
    }

    /** Missing texts are empty, for the rules to refuse. */
    Address address() {
        return new Address(
                Texts.orEmpty(country),
                Texts.orEmpty(addressLine1),
                addressLine2,
                Texts.orEmpty(city),
                state,
                postalCode);
    }

    Contact contact(@Nullable String email) {
        return new Contact(
                Texts.orEmpty(firstName), Texts.orEmpty(lastName), Texts.orEmpty(email), Texts.orNull(phoneNumber));
    }
}
