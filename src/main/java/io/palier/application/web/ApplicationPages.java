package io.palier.application.web;

import io.palier.application.ApplicationId;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.Applications;
import io.palier.application.SecretView;
import io.palier.application.web.ApplicationForms.ApplicationForm;
import io.palier.application.web.ApplicationForms.SecretForm;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** App management: the programs that call the API for the organization. */
@Controller
@RequestMapping("/account/applications")
class ApplicationPages {
    private static final String LIST = "/account/applications";

    private final Applications applications;
    private final Clock clock;

    ApplicationPages(Applications applications, @Qualifier("systemClock") Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String after, Model page) {
        page.addAttribute(
                "applications", applications.list(viewer, Cursor.parse(after, 1).orElse(null)));
        page.addAttribute("first", after == null);
        return "application/list";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model page) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        page.addAttribute("applicationForm", ApplicationForm.empty());
        return form(viewer, page);
    }

    @PostMapping
    String register(
            Viewer viewer,
            @Valid @ModelAttribute ApplicationForm applicationForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        var kind = Objects.requireNonNullElse(applicationForm.kind(), Kind.CONFIDENTIAL);
        var id = Forms.result(problems, () -> applications.register(viewer, kind, applicationForm.details()));
        if (id == null) {
            return Forms.again(response, form(viewer, page));
        }
        Forms.done(after, kind == Kind.CONFIDENTIAL ? "application.registered.secret" : "application.registered");
        return "redirect:" + LIST + "/" + id;
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable ApplicationId id, Model page) {
        page.addAttribute("applicationForm", ApplicationForm.of(applications.get(viewer, id)));
        page.addAttribute("secretForm", SecretForm.USUAL);
        return detail(viewer, id, page);
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable ApplicationId id,
            @Valid @ModelAttribute ApplicationForm applicationForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        int version = Objects.requireNonNullElse(applicationForm.version(), 0);
        if (!Forms.accepted(problems, () -> applications.change(viewer, id, version, applicationForm.details()))) {
            page.addAttribute("secretForm", SecretForm.USUAL);
            return Forms.again(response, detail(viewer, id, page));
        }
        return saved(id, after, "application.saved");
    }

    /** The answer to the submit itself, kept by nobody. */
    @PostMapping("/{id}/secrets")
    String addSecret(
            Viewer viewer,
            @PathVariable ApplicationId id,
            @Valid @ModelAttribute SecretForm secretForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        var secret = Forms.result(problems, () -> applications.addSecret(viewer, id, secretForm.months()));
        if (secret == null) {
            page.addAttribute("applicationForm", ApplicationForm.of(applications.get(viewer, id)));
            return Forms.again(response, detail(viewer, id, page));
        }
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("app", applications.get(viewer, id));
        page.addAttribute("secret", secret);
        return "application/secret";
    }

    @PostMapping("/{id}/secrets/{secret}/revocation")
    String revokeSecret(
            Viewer viewer, @PathVariable ApplicationId id, @PathVariable UUID secret, RedirectAttributes after) {
        applications.revokeSecret(viewer, id, new SecretView.Id(secret));
        return saved(id, after, "application.secret.revoked");
    }

    @GetMapping("/{id}/revocation")
    String confirm(Viewer viewer, @PathVariable ApplicationId id, Model page) {
        page.addAttribute("app", applications.get(viewer, id));
        return "application/revocation";
    }

    @PostMapping("/{id}/revocation")
    String revoke(Viewer viewer, @PathVariable ApplicationId id, RedirectAttributes after) {
        applications.revoke(viewer, id);
        return saved(id, after, "application.revoked");
    }

    private String detail(Viewer viewer, ApplicationId id, Model page) {
        page.addAttribute("app", applications.get(viewer, id));
        page.addAttribute("now", clock.instant());
        page.addAttribute("roles", Role.of(viewer.kind()));
        return "application/show";
    }

    private static String form(Viewer viewer, Model page) {
        page.addAttribute("roles", Role.of(viewer.kind()));
        return "application/new";
    }

    private static String saved(ApplicationId id, RedirectAttributes after, String done) {
        Forms.done(after, done);
        return "redirect:" + LIST + "/" + id;
    }
}
