package io.palier.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the customer accepted the customer agreement, as the provider attests it.
 *
 * @param acceptedOn not in the future
 * @param firstName the signatory's, 1 to 50 characters
 * @param lastName 1 to 50 characters
 * @param phone optional
 */
public record AgreementAcceptance(
        LocalDate acceptedOn,
        String firstName,
        String lastName,
        String email,
        @Nullable String phone) {}
