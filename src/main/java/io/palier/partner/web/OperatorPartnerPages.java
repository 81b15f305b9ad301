package io.palier.partner.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.AddressForm;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.partner.NewPartner;
import io.palier.partner.Partners;
import io.palier.platform.Installation;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** The operator's pages of providers and resellers. */
@Controller
@RequestMapping("/operator/partners")
class OperatorPartnerPages {
    private static final String FORM = "partner/enrollment-partner-form";
    private static final String SHOW = "partner/enrollment-partner";

    private final Partners partners;
    private final Installation installation;

    OperatorPartnerPages(Partners partners, Installation installation) {
        this.partners = partners;
        this.installation = installation;
    }

    record PartnerForm(
            @NotNull OrganizationKind kind,
            @NotBlank @Size(max = 200) String company,
            AddressForm address,
            @NotBlank @Pattern(regexp = "|en|fr") String language,
            @Nullable String currency,

            @NotNull @Pattern(regexp = "|[0-9]{5,10}") String locationPartnerId,

            @NotBlank @Size(max = 50) String firstName,
            @NotBlank @Size(max = 50) String lastName,
            @NotBlank @Email @Size(max = 200) String email) {
        /** What is left out is empty. */
        PartnerForm {
            address = Objects.requireNonNullElse(address, AddressForm.in(""));
        }
    }

    record ReasonForm(@NotBlank @Size(max = 1000) String reason, int version) {}

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "INDIRECT_PROVIDER") OrganizationKind kind,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var text = SearchText.of(search);
        page.addAttribute(
                "partners",
                partners.list(viewer, kind, text, Cursor.parse(after, 2).orElse(null)));
        page.addAttribute("kind", kind);
        page.addAttribute("search", text.typed());
        page.addAttribute("first", after == null);
        return "partner/enrollment-partners";
    }

    @GetMapping("/new")
    String form(Viewer viewer, @RequestParam(defaultValue = "INDIRECT_PROVIDER") OrganizationKind kind, Model page) {
        viewer.require(Right.MANAGE_PARTNERS);
        page.addAttribute(
                "partnerForm",
                new PartnerForm(kind, "", AddressForm.in("FR"), viewer.locale().getLanguage(), null, "", "", "", ""));
        return form(page);
    }

    /** Another country, without script: the fields it wants, with what is typed. */
    @PostMapping(params = "refresh")
    String refresh(Viewer viewer, @ModelAttribute PartnerForm partnerForm, Model page) {
        viewer.require(Right.MANAGE_PARTNERS);
        return form(page);
    }

    /** Answers with the password itself, once; no other address shows it. */
    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute PartnerForm partnerForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        viewer.require(Right.MANAGE_PARTNERS);
        partnerForm.address().check("address", problems);
        checkKind(partnerForm, problems);
        var password = Forms.result(problems, () -> {
            try {
                return partners.create(viewer, newPartner(partnerForm));
            } catch (Refusal refusal) {
                throw "signInName".equals(refusal.field()) ? Refusal.invalid("email", refusal.code()) : refusal;
            }
        });
        if (password == null) {
            return Forms.again(response, form(page));
        }
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("password", password);
        page.addAttribute("company", partnerForm.company());
        return "partner/enrollment-partner-created";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable OrganizationId id, Model page) {
        var partner = partners.get(viewer, id);
        page.addAttribute("partner", partner);
        page.addAttribute("reasonForm", new ReasonForm("", partner.version()));
        return SHOW;
    }

    @PostMapping("/{id}/suspension")
    String suspend(
            Viewer viewer,
            @PathVariable OrganizationId id,
            @Valid @ModelAttribute ReasonForm reasonForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        page.addAttribute("partner", partners.get(viewer, id));
        if (!Forms.accepted(problems, () -> partners.suspend(viewer, id, reasonForm.version(), reasonForm.reason()))) {
            return Forms.again(response, SHOW);
        }
        Forms.done(after, "enrollment.partner-suspended");
        return "redirect:/operator/partners/" + id;
    }

    @PostMapping("/{id}/reinstatement")
    String reinstate(
            Viewer viewer,
            @PathVariable OrganizationId id,
            @Valid @ModelAttribute ReasonForm reasonForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        page.addAttribute("partner", partners.get(viewer, id));
        if (!Forms.accepted(
                problems, () -> partners.reinstate(viewer, id, reasonForm.version(), reasonForm.reason()))) {
            return Forms.again(response, SHOW);
        }
        Forms.done(after, "enrollment.partner-reinstated");
        return "redirect:/operator/partners/" + id;
    }

    private void checkKind(PartnerForm form, BindingResult problems) {
        if (form.kind() == OrganizationKind.OPERATOR || form.kind() == OrganizationKind.CUSTOMER) {
            problems.rejectValue("kind", "NotNull");
        }
        if (form.kind() == OrganizationKind.INDIRECT_RESELLER
                && form.locationPartnerId().isEmpty()) {
            problems.rejectValue("locationPartnerId", "NotBlank");
        }
        if (form.kind() == OrganizationKind.INDIRECT_PROVIDER
                && !installation.settings().currencies().contains(Objects.requireNonNullElse(form.currency(), ""))) {
            problems.rejectValue("currency", "NotNull");
        }
    }

    private static NewPartner newPartner(PartnerForm form) {
        return new NewPartner(
                form.kind(),
                form.company(),
                form.address().address(),
                Locale.of(form.language()),
                form.kind() == OrganizationKind.INDIRECT_PROVIDER ? form.currency() : null,
                form.locationPartnerId().isEmpty() ? null : form.locationPartnerId(),
                new Contact(form.firstName(), form.lastName(), form.email(), null));
    }

    private String form(Model page) {
        page.addAttribute("currencies", options(installation.settings().currencies()));
        page.addAttribute("languages", languages());
        return FORM;
    }

    static Map<String, String> options(Iterable<String> values) {
        var options = new LinkedHashMap<String, String>();
        values.forEach(value -> options.put(value, value));
        return options;
    }

    static Map<String, String> languages() {
        var options = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(language -> options.put(language.getLanguage(), language.getDisplayLanguage(language)));
        return options;
    }
}
