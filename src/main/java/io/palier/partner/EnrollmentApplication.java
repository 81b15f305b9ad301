package io.palier.partner;

import io.palier.agreement.AgreementId;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import java.util.Locale;

/**
 * A company that asks to take part as indirect reseller.
 *
 * @param company legal name, 1 to 200 characters
 * @param locationPartnerId 5 to 10 digits, one location's
 * @param contact whose e-mail address becomes the sign-in name
 * @param password of the person who enrolls; never stored in clear
 * @param agreement the version of the partner agreement that was shown and accepted
 */
public record EnrollmentApplication(
        String company,
        Address address,
        String locationPartnerId,
        Contact contact,
        String password,
        Locale language,
        AgreementId agreement) {

    @Override
    public String toString() {
        return "EnrollmentApplication[company=" + company + "]";
    }
}
