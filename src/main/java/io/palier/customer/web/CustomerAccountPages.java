package io.palier.customer.web;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.CustomerAccount;
import io.palier.customer.CustomerResellers;
import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's account: contact, billing, agreement, and the end of the relationship. */
@Controller
@RequestMapping("/customers/{relationship}/account")
class CustomerAccountPages {
    private final Customers customers;
    private final CustomerResellers resellers;
    private final Agreements agreements;

    CustomerAccountPages(Customers customers, CustomerResellers resellers, Agreements agreements) {
        this.customers = customers;
        this.resellers = resellers;
        this.agreements = agreements;
    }

    record ContactForm(
            @NotBlank @Size(max = 50) String firstName,
            @NotBlank @Size(max = 50) String lastName,
            @NotBlank @Size(max = 200) String email,
            @Size(max = 50) String phone) {}

    record BillingForm(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 200) String email,
            @NotBlank @Size(max = 200) String line1,
            @Size(max = 200) String line2,
            @Size(max = 100) String city,
            @Size(max = 50) String state,
            @Size(max = 20) String postalCode) {}

    record AgreementForm(
            @NotBlank String acceptedOn,
            @NotBlank @Size(max = 50) String signatoryFirstName,
            @NotBlank @Size(max = 50) String signatoryLastName,
            @NotBlank @Size(max = 200) String signatoryEmail,
            @Size(max = 50) String signatoryPhone) {}

    /** What a ticked box sends, or nothing. */
    record AcceptForm(@Nullable String agreed) {}

    record RemoveForm(@Nullable String sure) {}

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID relationship, Model page) {
        read(viewer, relationship, page);
        return "customer/account";
    }

    @GetMapping("/contact")
    String contact(Viewer viewer, @PathVariable UUID relationship, Model page) {
        read(viewer, relationship, page).require(viewer, Right.EDIT_CUSTOMER);
        var account = customers.account(viewer, new RelationshipId(relationship));
        var contact = account.contact();
        page.addAttribute(
                "contactForm",
                new ContactForm(contact.firstName(), contact.lastName(), contact.email(), orEmpty(contact.phone())));
        return "customer/contact";
    }

    @PostMapping("/contact")
    String changeContact(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute ContactForm contactForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var contact = new Contact(
                contactForm.firstName(), contactForm.lastName(), contactForm.email(), orNull(contactForm.phone()));
        var id = new RelationshipId(relationship);
        if (!Forms.accepted(problems, () -> customers.changeContact(viewer, id, version, contact))) {
            read(viewer, relationship, page);
            return Forms.again(response, "customer/contact");
        }
        return done(relationship, after, "customer.contact-saved");
    }

    @GetMapping("/billing")
    String billing(Viewer viewer, @PathVariable UUID relationship, Model page) {
        read(viewer, relationship, page).require(viewer, Right.EDIT_CUSTOMER_BILLING);
        var account = customers.account(viewer, new RelationshipId(relationship));
        var billing = account.billing();
        var address = billing.address();
        page.addAttribute(
                "billingForm",
                new BillingForm(
                        billing.name(),
                        orEmpty(billing.email()),
                        address.line1(),
                        orEmpty(address.line2()),
                        address.city(),
                        orEmpty(address.state()),
                        orEmpty(address.postalCode())));
        return "customer/billing";
    }

    @PostMapping("/billing")
    String changeBilling(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute BillingForm billingForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = new RelationshipId(relationship);
        var country = customers.account(viewer, id).billing().address().country();
        var billing = new CustomerAccount.Billing(
                billingForm.name(),
                new Address(
                        country,
                        billingForm.line1(),
                        orNull(billingForm.line2()),
                        orEmpty(billingForm.city()),
                        orNull(billingForm.state()),
                        orNull(billingForm.postalCode())),
                orNull(billingForm.email()));
        if (!Forms.accepted(problems, () -> customers.changeBilling(viewer, id, version, billing))) {
            read(viewer, relationship, page);
            return Forms.again(response, "customer/billing");
        }
        return done(relationship, after, "customer.billing-saved");
    }

    @GetMapping("/agreement")
    String agreement(Viewer viewer, @PathVariable UUID relationship, Locale locale, Model page) {
        var customer = readAgreement(viewer, relationship, locale, page);
        var contact = customers.account(viewer, customer.id()).contact();
        page.addAttribute(
                "agreementForm",
                new AgreementForm(
                        "", contact.firstName(), contact.lastName(), contact.email(), orEmpty(contact.phone())));
        page.addAttribute("acceptForm", new AcceptForm(null));
        return "customer/agreement";
    }

    @PostMapping("/agreement")
    String attest(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute AgreementForm agreementForm,
            BindingResult problems,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var acceptedOn = date(agreementForm.acceptedOn(), problems);
        if (!Forms.accepted(
                problems,
                () -> customers.attest(
                        viewer,
                        new RelationshipId(relationship),
                        version,
                        new AgreementAcceptance(
                                acceptedOn,
                                agreementForm.signatoryFirstName(),
                                agreementForm.signatoryLastName(),
                                agreementForm.signatoryEmail(),
                                orNull(agreementForm.signatoryPhone()))))) {
            readAgreement(viewer, relationship, locale, page);
            page.addAttribute("acceptForm", new AcceptForm(null));
            return Forms.again(response, "customer/agreement");
        }
        return done(relationship, after, "customer.agreement-saved");
    }

    @PostMapping("/agreement/accept")
    String accept(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute AcceptForm acceptForm,
            BindingResult problems,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        ticked("agreed", acceptForm.agreed(), problems);
        if (!Forms.accepted(problems, () -> customers.accept(viewer, new RelationshipId(relationship), version))) {
            readAgreement(viewer, relationship, locale, page);
            page.addAttribute("agreementForm", new AgreementForm("", "", "", "", ""));
            return Forms.again(response, "customer/agreement");
        }
        return done(relationship, after, "customer.agreement-saved");
    }

    @GetMapping("/remove")
    String remove(Viewer viewer, @PathVariable UUID relationship, Model page) {
        var customer = readRemoval(viewer, relationship, page);
        customer.require(viewer, Right.REMOVE_RELATIONSHIP);
        page.addAttribute("removeForm", new RemoveForm(null));
        return "customer/remove";
    }

    @PostMapping("/remove")
    String removed(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute RemoveForm removeForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var customer = readRemoval(viewer, relationship, page);
        ticked("sure", removeForm.sure(), problems);
        if (!Forms.accepted(problems, () -> resellers.remove(viewer, customer.id(), version))) {
            return Forms.again(response, "customer/remove");
        }
        Forms.done(
                after,
                "customer.relationship-removed",
                viewer.isCustomer() ? customer.providerName() : customer.name());
        return viewer.isCustomer() ? "redirect:/partner-relationships" : "redirect:/customers";
    }

    private CustomerView readRemoval(Viewer viewer, UUID relationship, Model page) {
        var customer = read(viewer, relationship, page);
        page.addAttribute("blocking", resellers.blocking(viewer, customer.id()));
        return customer;
    }

    private CustomerView readAgreement(Viewer viewer, UUID relationship, Locale locale, Model page) {
        page.addAttribute("agreement", agreements.current(AgreementKind.CUSTOMER, locale));
        return read(viewer, relationship, page);
    }

    private CustomerView read(Viewer viewer, UUID relationship, Model page) {
        var id = new RelationshipId(relationship);
        var customer = customers.get(viewer, id);
        page.addAttribute("customer", customer);
        page.addAttribute("account", customers.account(viewer, id));
        return customer;
    }

    private static String done(UUID relationship, RedirectAttributes after, String message) {
        Forms.done(after, message);
        return "redirect:/customers/" + relationship + "/account";
    }

    /** The date typed; the epoch, with a problem, for what is none. */
    private static LocalDate date(@Nullable String typed, BindingResult problems) {
        try {
            return LocalDate.parse(orEmpty(typed));
        } catch (DateTimeParseException e) {
            if (!problems.hasFieldErrors("acceptedOn")) {
                problems.rejectValue("acceptedOn", "typeMismatch");
            }
            return LocalDate.EPOCH;
        }
    }

    private static void ticked(String field, @Nullable String sent, BindingResult problems) {
        if (!"true".equals(sent)) {
            problems.rejectValue(field, "AssertTrue");
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
