package io.palier.partner;

import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A provider or reseller the operator creates.
 *
 * @param currency ISO 4217, of a provider's prices; null for a reseller
 * @param contact the first global admin, whose e-mail address becomes the sign-in name
 */
public record NewPartner(
        OrganizationKind kind,
        String name,
        Address address,
        Locale language,
        @Nullable String currency,
        @Nullable String locationPartnerId,
        Contact contact) {}
