package io.palier.customer;

import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be added.
 *
 * @param name 1 to 200 characters
 * @param domainPrefix letters and digits only; permanent
 * @param domainSuffix one of the installation's
 * @param contact the primary contact; gets no credentials
 * @param registrationNumber the company's, where its country has one
 * @param agreement null if the customer will be asked to accept
 * @param reseller who looks after the customer; null for the provider itself
 */
public record NewCustomer(
        String name,
        Address address,
        String domainPrefix,
        String domainSuffix,
        Contact contact,
        Locale language,
        @Nullable String registrationNumber,
        Qualification qualification,
        @Nullable AgreementAcceptance agreement,
        @Nullable OrganizationId reseller) {
    /** The primary domain, lower case. */
    public String domain() {
        return (domainPrefix + "." + domainSuffix).toLowerCase(Locale.ROOT);
    }
}
