package io.palier.partner.web;

import io.palier.agreement.AgreementId;
import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.identity.Sessions;
import io.palier.identity.Viewer;
import io.palier.organization.AddressForm;
import io.palier.organization.Contact;
import io.palier.organization.PhoneNumbers;
import io.palier.partner.Enrolled;
import io.palier.partner.EnrollmentApplication;
import io.palier.partner.Enrollments;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.shared.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a company enrolls as indirect reseller, and sees what became of it. */
@Controller
class EnrollmentPages {
    private static final String FORM = "partner/enrollment-form";

    private final Enrollments enrollments;
    private final Agreements agreements;
    private final Sessions sessions;

    EnrollmentPages(Enrollments enrollments, Agreements agreements, Sessions sessions) {
        this.enrollments = enrollments;
        this.agreements = agreements;
        this.sessions = sessions;
    }

    record EnrollmentForm(
            @NotBlank @Size(max = 200) String company,
            AddressForm address,

            @NotBlank @Pattern(regexp = "|[0-9]{5,10}") String locationPartnerId,

            @NotBlank @Size(max = 50) String firstName,
            @NotBlank @Size(max = 50) String lastName,
            @NotBlank @Email @Size(max = 200) String email,
            @Nullable String phone,
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 100) String agreement,
            @NotNull @AssertTrue Boolean accepted,
            @Nullable String back) {

        /** What is left out is empty, a box that is not ticked is not sent. */
        EnrollmentForm {
            address = Objects.requireNonNullElse(address, AddressForm.in(""));
            accepted = Boolean.TRUE.equals(accepted);
        }

        static EnrollmentForm empty(String country, AgreementId agreement, @Nullable String back) {
            return new EnrollmentForm(
                    "",
                    AddressForm.in(country),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    agreement.toString(),
                    false,
                    LocalAddress.orElse(back, ""));
        }

        @Override
        public String toString() {
            return "EnrollmentForm[company=" + company + "]";
        }
    }

    @GetMapping("/enroll")
    String form(@RequestParam(required = false) @Nullable String back, Model page, Locale language) {
        var agreement = agreements.current(AgreementKind.PARTNER, language);
        page.addAttribute("enrollmentForm", EnrollmentForm.empty(likelyCountry(language), agreement.id(), back));
        page.addAttribute("version", agreement);
        return FORM;
    }

    /** Another country, without script: the fields it wants, with what is typed. */
    @PostMapping(value = "/enroll", params = "refresh")
    String refresh(@ModelAttribute EnrollmentForm enrollmentForm, Model page, Locale language) {
        page.addAttribute("version", agreements.current(AgreementKind.PARTNER, language));
        return FORM;
    }

    @PostMapping("/enroll")
    String enroll(
            @Valid @ModelAttribute EnrollmentForm enrollmentForm,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            Locale language,
            RedirectAttributes after) {
        enrollmentForm.address().check("address", problems);
        var phone = phone(enrollmentForm, problems);
        var enrolled = Forms.result(problems, () -> enroll(enrollmentForm, phone, language));
        if (enrolled == null) {
            page.addAttribute("version", agreements.current(AgreementKind.PARTNER, language));
            return Forms.again(response, FORM);
        }
        sessions.begin(enrolled.account(), enrolled.membership(), request, response);
        Forms.done(after, enrolled.approved() ? "enrollment.done-approved" : "enrollment.done");
        return "redirect:" + LocalAddress.orElse(enrollmentForm.back(), "/enrollment");
    }

    @GetMapping("/enrollment")
    String status(Viewer viewer, Model page, Locale language) {
        if (!viewer.isReseller()) {
            throw Refusal.notFound();
        }
        page.addAttribute("enrollment", enrollments.own(viewer).orElse(null));
        page.addAttribute("version", agreements.current(AgreementKind.PARTNER, language));
        return "partner/enrollment-status";
    }

    @PostMapping("/enrollment/signature")
    String sign(Viewer viewer, @RequestParam(defaultValue = "false") boolean accepted, RedirectAttributes after) {
        if (!accepted) {
            return "redirect:/enrollment";
        }
        enrollments.sign(viewer);
        Forms.done(after, "enrollment.signed");
        return "redirect:/enrollment";
    }

    private Enrolled enroll(EnrollmentForm form, @Nullable String phone, Locale language) {
        try {
            return enrollments.enroll(new EnrollmentApplication(
                    form.company(),
                    form.address().address(),
                    form.locationPartnerId(),
                    new Contact(form.firstName(), form.lastName(), form.email(), phone),
                    form.password(),
                    language,
                    agreement(form.agreement())));
        } catch (Refusal refusal) {
            throw refusal.field() == null ? refusal : onField(refusal, refusal.field());
        }
    }

    /** An altered id is no version that was ever shown. */
    private static AgreementId agreement(String typed) {
        try {
            return new AgreementId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("enrollment.agreement-changed");
        }
    }

    /** The form has its own names for the account's fields. */
    private static Refusal onField(Refusal refusal, String field) {
        return Refusal.invalid(
                switch (field) {
                    case "wanted" -> "password";
                    case "signInName" -> "email";
                    default -> field;
                },
                refusal.code(),
                refusal.arguments().toArray());
    }

    private static @Nullable String phone(EnrollmentForm form, BindingResult problems) {
        var country = form.address().country();
        try {
            return PhoneNumbers.normalize(form.phone(), country);
        } catch (Refusal refusal) {
            problems.rejectValue(
                    "phone", "refusal." + refusal.code(), refusal.arguments().toArray(), refusal.code());
            return null;
        }
    }

    private static String likelyCountry(Locale language) {
        return language.getLanguage().equals("fr") ? "FR" : "US";
    }
}
