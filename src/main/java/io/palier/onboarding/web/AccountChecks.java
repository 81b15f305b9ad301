package io.palier.onboarding.web;

import io.palier.customer.Customers;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.onboarding.AccountStep;
import io.palier.organization.CountryRules;
import io.palier.organization.OrganizationId;
import io.palier.organization.PhoneNumbers;
import io.palier.partner.Partnerships;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Marks everything that is wrong with the account step, not only the first thing. */
@Component
class AccountChecks {
    private final Customers customers;
    private final Partnerships partnerships;

    AccountChecks(Customers customers, Partnerships partnerships) {
        this.customers = customers;
        this.partnerships = partnerships;
    }

    /** Whether nothing is wrong. */
    boolean pass(Viewer viewer, AccountStep step, BindingResult problems) {
        if (!step.keepable()) {
            problems.reject("refusal.forbidden-characters");
            return false;
        }
        address(viewer, step, problems);
        reseller(viewer, step, problems);
        if (!problems.hasFieldErrors("domainPrefix")) {
            mark(problems, () -> customers.checkDomain(viewer, step.domainPrefix(), step.domainSuffix()));
        }
        agreement(viewer, step, problems);
        return Forms.accepted(problems, () -> customers.check(viewer, step.customer()));
    }

    private void address(Viewer viewer, AccountStep step, BindingResult problems) {
        step.address().check("address", problems);
        var country = step.address().country();
        if (!CountryRules.isKnown(country)) {
            return;
        }
        mark(problems, () -> customers.checkCountry(viewer, country));
        mark(problems, () -> {
            var _ = PhoneNumbers.normalize(step.phone(), country);
        });
    }

    private void reseller(Viewer viewer, AccountStep step, BindingResult problems) {
        if (step.reseller().isEmpty()) {
            return;
        }
        var known = step.resellerId().filter(id -> isPartner(viewer, id));
        if (known.isEmpty()) {
            problems.rejectValue("reseller", "refusal.partnership.none");
            return;
        }
        try {
            partnerships.requireActive(viewer.organization(), known.get());
        } catch (Refusal refusal) {
            problems.rejectValue(
                    "reseller", "refusal." + refusal.code(), refusal.arguments().toArray(), refusal.code());
        }
    }

    private boolean isPartner(Viewer viewer, OrganizationId id) {
        return partnerships.resellers(viewer).stream()
                .anyMatch(choice -> choice.id().equals(id));
    }

    private static void agreement(Viewer viewer, AccountStep step, BindingResult problems) {
        if (!step.agreementAccepted()) {
            return;
        }
        viewer.require(Right.ATTEST_CUSTOMER_AGREEMENT);
        required(problems, "signatoryFirstName", step.signatoryFirstName());
        required(problems, "signatoryLastName", step.signatoryLastName());
        required(problems, "signatoryEmail", step.signatoryEmail());
        if (step.acceptanceDate().isEmpty()) {
            problems.rejectValue("acceptedOn", "refusal.onboarding.date");
        }
    }

    private static void required(BindingResult problems, String field, String value) {
        if (value.isBlank()) {
            problems.rejectValue(field, "NotBlank");
        }
    }

    private static void mark(BindingResult problems, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            var field = refusal.field();
            if (refusal.kind() != Refusal.Kind.INVALID || field == null) {
                throw refusal;
            }
            problems.rejectValue(
                    field, "refusal." + refusal.code(), refusal.arguments().toArray(), refusal.code());
        }
    }
}
