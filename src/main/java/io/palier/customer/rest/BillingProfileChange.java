package io.palier.customer.rest;

import io.palier.customer.CustomerAccount;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.shared.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies a billing profile that is sent back, all of it or nothing. The contract has one profile where Palier keeps a
 * contact and whom invoices are addressed to; the person's name stands in it twice, and the changed one counts.
 */
@Component
class BillingProfileChange {
    private final Customers customers;

    BillingProfileChange(Customers customers) {
        this.customers = customers;
    }

    @Transactional
    public void apply(Viewer viewer, RelationshipId id, int version, BillingProfileJson body) {
        var before = customers.account(viewer, id);
        if (before.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        var contact = contact(before.contact(), body);
        if (!contact.equals(before.contact())) {
            customers.changeContact(viewer, id, version, contact);
        }
        var billing = billing(before, body);
        if (!billing.equals(before.billing())) {
            customers.changeBilling(viewer, id, customers.account(viewer, id).version(), billing);
        }
    }

    private static Contact contact(Contact now, BillingProfileJson body) {
        var address = body.defaultAddress();
        return new Contact(
                changed(now.firstName(), body.firstName(), address == null ? null : address.firstName()),
                changed(now.lastName(), body.lastName(), address == null ? null : address.lastName()),
                now.email(),
                address == null || Texts.orNull(address.phoneNumber()) == null
                        ? now.phone()
                        : Texts.orNull(address.phoneNumber()));
    }

    private static String changed(String now, @Nullable String one, @Nullable String other) {
        var first = Objects.requireNonNullElse(Texts.orNull(one), now);
        return first.equals(now) ? Objects.requireNonNullElse(Texts.orNull(other), now) : first;
    }

    private static CustomerAccount.Billing billing(CustomerAccount now, BillingProfileJson body) {
        var billing = now.billing();
        var name = Texts.orNull(body.companyName());
        var email = Texts.orNull(body.email());
        var address = body.defaultAddress();
        boolean sameEmail = email == null
                || (billing.email() == null && email.equals(now.contact().email()));
        return new CustomerAccount.Billing(
                name == null ? billing.name() : name,
                address == null ? billing.address() : address.address(),
                sameEmail ? billing.email() : email);
    }
}
