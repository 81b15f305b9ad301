package io.palier.customer.rest;

import io.palier.api.Attributes;
import io.palier.api.Etag;
import io.palier.api.Link;
import io.palier.customer.CustomerAccount;
import io.palier.customer.CustomerView;
import io.palier.customer.RelationshipId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom and where a customer's invoices are addressed to. */
record BillingProfileJson(
        @Nullable RelationshipId id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String culture,
        @Nullable String language,
        @Nullable String companyName,
        @Nullable AddressJson defaultAddress,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {

    static BillingProfileJson of(CustomerView customer, CustomerAccount account, Locale language) {
        var contact = account.contact();
        var billing = account.billing();
        return new BillingProfileJson(
                customer.id(),
                contact.firstName(),
                contact.lastName(),
                billing.email() == null ? contact.email() : billing.email(),
                language.getLanguage() + "-" + billing.address().country(),
                language.getLanguage(),
                billing.name(),
                AddressJson.of(billing.address(), contact),
                Link.self("/customers/" + customer.customer() + "/profiles/billing"),
                Attributes.of("CustomerBillingProfile", etag(customer, account)));
    }

    static Etag etag(CustomerView customer, CustomerAccount account) {
        return Etag.of(customer.id(), account.version());
    }
}
