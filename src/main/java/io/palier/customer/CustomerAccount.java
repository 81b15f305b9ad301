package io.palier.customer;

import io.palier.organization.Address;
import io.palier.organization.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship keeps about a customer.
 *
 * @param agreement null while the customer agreement is not accepted
 */
public record CustomerAccount(
        Contact contact,
        Billing billing,
        @Nullable String registrationNumber,
        Qualification qualification,
        @Nullable Agreement agreement,
        int version) {

    /** Whom and where invoices are addressed to. */
    public record Billing(
            String name, Address address, @Nullable String email) {}

    /**
     * How the customer agreement was accepted.
     *
     * @param attested by the provider for the customer; else by the customer itself
     */
    public record Agreement(
            boolean attested,
            Instant acceptedAt,
            String firstName,
            String lastName,
            String email,
            @Nullable String phone,
            Instant recordedAt) {}
}
