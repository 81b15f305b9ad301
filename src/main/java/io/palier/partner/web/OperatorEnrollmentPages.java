package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.partner.EnrollmentState;
import io.palier.partner.Enrollments;
import io.palier.shared.Cursor;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** Where the operator approves and refuses enrollments. */
@Controller
@RequestMapping("/operator/enrollments")
class OperatorEnrollmentPages {
    private final Enrollments enrollments;

    OperatorEnrollmentPages(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    record RefusalForm(@NotBlank @Size(max = 1000) String reason, int version) {}

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "PENDING") EnrollmentState state,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute(
                "enrollments",
                enrollments.list(viewer, state, Cursor.parse(after, 1).orElse(null)));
        page.addAttribute("state", state);
        page.addAttribute("states", EnrollmentState.values());
        page.addAttribute("first", after == null);
        return "partner/enrollment-list";
    }

    @GetMapping("/{reseller}")
    String show(Viewer viewer, @PathVariable OrganizationId reseller, Model page) {
        var enrollment = enrollments.get(viewer, reseller);
        page.addAttribute("enrollment", enrollment);
        page.addAttribute("refusalForm", new RefusalForm("", enrollment.version()));
        return "partner/enrollment-show";
    }

    @PostMapping("/{reseller}/approval")
    String approve(
            Viewer viewer, @PathVariable OrganizationId reseller, @RequestParam int version, RedirectAttributes after) {
        enrollments.approve(viewer, reseller, version);
        Forms.done(
                after, "enrollment.approved", enrollments.get(viewer, reseller).name());
        return "redirect:/operator/enrollments";
    }

    @PostMapping("/{reseller}/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable OrganizationId reseller,
            @Valid @ModelAttribute RefusalForm refusalForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        var enrollment = enrollments.get(viewer, reseller);
        if (!Forms.accepted(
                problems, () -> enrollments.refuse(viewer, reseller, refusalForm.version(), refusalForm.reason()))) {
            page.addAttribute("enrollment", enrollment);
            return Forms.again(response, "partner/enrollment-show");
        }
        Forms.done(after, "enrollment.refused", enrollment.name());
        return "redirect:/operator/enrollments";
    }
}
