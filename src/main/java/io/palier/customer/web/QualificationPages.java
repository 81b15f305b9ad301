package io.palier.customer.web;

import io.palier.customer.Customers;
import io.palier.customer.Qualification;
import io.palier.customer.Qualifications;
import io.palier.customer.RelationshipId;
import io.palier.customer.WantedQualification;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
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

/** A customer's special qualification, and those it had. */
@Controller
@RequestMapping("/customers/{relationship}/account/qualification")
class QualificationPages {
    private final Customers customers;
    private final Qualifications qualifications;
    private final MessageSource messages;

    QualificationPages(Customers customers, Qualifications qualifications, MessageSource messages) {
        this.customers = customers;
        this.qualifications = qualifications;
        this.messages = messages;
    }

    record QualificationForm(@NotNull Qualification qualification) {}

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID relationship, Locale locale, Model page) {
        var id = new RelationshipId(relationship);
        var customer = customers.get(viewer, id);
        customer.require(viewer, Right.SET_QUALIFICATION);
        page.addAttribute("qualificationForm", new QualificationForm(customer.qualification()));
        return read(viewer, id, locale, page);
    }

    @PostMapping
    String change(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam int version,
            @Valid @ModelAttribute QualificationForm qualificationForm,
            BindingResult problems,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = new RelationshipId(relationship);
        if (!Forms.accepted(
                problems,
                () -> qualifications.change(
                        viewer, id, version, WantedQualification.of(qualificationForm.qualification())))) {
            return Forms.again(response, read(viewer, id, locale, page));
        }
        Forms.done(after, "customer.qualification-saved");
        return "redirect:/customers/" + relationship + "/account";
    }

    private String read(Viewer viewer, RelationshipId id, Locale locale, Model page) {
        page.addAttribute("customer", customers.get(viewer, id));
        page.addAttribute("account", customers.account(viewer, id));
        page.addAttribute("history", qualifications.history(viewer, id));
        page.addAttribute("qualifications", names(locale));
        return "customer/qualification";
    }

    private Map<Qualification, String> names(Locale locale) {
        var names = new LinkedHashMap<Qualification, String>();
        for (var qualification : Qualification.values()) {
            names.put(qualification, messages.getMessage("customer.qualification." + qualification, null, locale));
        }
        return names;
    }
}
