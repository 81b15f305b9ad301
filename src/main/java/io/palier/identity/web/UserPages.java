package io.palier.identity.web;

import io.palier.identity.MembershipId;
import io.palier.identity.OwnUsers;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.SecondFactors;
import io.palier.identity.TemporaryPassword;
import io.palier.identity.Viewer;
import io.palier.identity.web.UserForms.NameForm;
import io.palier.identity.web.UserForms.NewUserForm;
import io.palier.identity.web.UserForms.RolesForm;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
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

/** User management: the people of the viewer's own organization (portal reference 2.10). */
@Controller
@RequestMapping("/account/users")
class UserPages {
    private final OwnUsers users;
    private final SecondFactors secondFactors;

    UserPages(OwnUsers users, SecondFactors secondFactors) {
        this.users = users;
        this.secondFactors = secondFactors;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") String deleted,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var text = SearchText.of(search);
        var isDeleted = deleted.equals("true");
        page.addAttribute(
                "users",
                users.list(viewer, isDeleted, text, Cursor.parse(after, 1).orElse(null)));
        page.addAttribute("search", text.typed());
        page.addAttribute("deleted", isDeleted);
        page.addAttribute("first", after == null);
        return "identity/users";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model page) {
        viewer.require(Right.MANAGE_OWN_USERS);
        page.addAttribute("newUserForm", NewUserForm.empty(viewer.locale()));
        choices(viewer, page);
        return "identity/user-new";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute NewUserForm newUserForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        viewer.require(Right.MANAGE_OWN_USERS);
        var password = Forms.result(problems, () -> users.add(viewer, newUserForm.user()));
        if (password == null) {
            choices(viewer, page);
            return Forms.again(response, "identity/user-new");
        }
        return showOnce(password, "identity.user.added", response, page);
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable MembershipId id, Model page) {
        var user = users.get(viewer, id);
        page.addAttribute("nameForm", NameForm.of(user));
        page.addAttribute("rolesForm", RolesForm.of(user));
        return detail(viewer, id, page);
    }

    @PostMapping("/{id}/name")
    String rename(
            Viewer viewer,
            @PathVariable MembershipId id,
            @Valid @ModelAttribute NameForm nameForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        viewer.require(Right.MANAGE_OWN_USERS);
        if (Forms.accepted(
                problems,
                () -> users.rename(
                        viewer,
                        id,
                        nameForm.version(),
                        nameForm.firstName(),
                        nameForm.lastName(),
                        nameForm.displayName(),
                        UserForms.emptyToNull(nameForm.contactEmail())))) {
            return saved(id, after);
        }
        page.addAttribute("rolesForm", RolesForm.of(users.get(viewer, id)));
        return Forms.again(response, detail(viewer, id, page));
    }

    @PostMapping("/{id}/roles")
    String changeRoles(
            Viewer viewer,
            @PathVariable MembershipId id,
            @Valid @ModelAttribute RolesForm rolesForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        viewer.require(Right.MANAGE_OWN_USERS);
        if (Forms.accepted(
                problems,
                () -> users.changeRoles(viewer, id, rolesForm.version(), UserForms.chosen(rolesForm.roles())))) {
            return saved(id, after);
        }
        page.addAttribute("nameForm", NameForm.of(users.get(viewer, id)));
        return Forms.again(response, detail(viewer, id, page));
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(
            Viewer viewer, @PathVariable MembershipId id, @RequestParam int version, RedirectAttributes after) {
        users.deactivate(viewer, id, version);
        return saved(id, after);
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(
            Viewer viewer, @PathVariable MembershipId id, @RequestParam int version, RedirectAttributes after) {
        users.reactivate(viewer, id, version);
        return saved(id, after);
    }

    @PostMapping("/{id}/password")
    String resetPassword(Viewer viewer, @PathVariable MembershipId id, HttpServletResponse response, Model page) {
        return showOnce(users.resetPassword(viewer, id), "identity.user.password-reset", response, page);
    }

    @PostMapping("/{id}/second-factor/removal")
    String resetSecondFactor(Viewer viewer, @PathVariable MembershipId id, RedirectAttributes after) {
        secondFactors.reset(viewer, id);
        Forms.done(after, "identity.user.second-factor-reset");
        return "redirect:/account/users/" + id;
    }

    private String detail(Viewer viewer, MembershipId id, Model page) {
        var user = users.get(viewer, id);
        page.addAttribute("user", user);
        page.addAttribute("usesSecondFactor", secondFactors.isOn(user.account()));
        page.addAttribute("mayResetSecondFactor", viewer.may(Right.RESET_SECOND_FACTOR));
        choices(viewer, page);
        return "identity/user";
    }

    private static String saved(MembershipId id, RedirectAttributes after) {
        Forms.done(after, "identity.user.saved");
        return "redirect:/account/users/" + id;
    }

    /** The answer to the submit itself, kept by nobody: a reload or another tab cannot bring it back. */
    private static String showOnce(TemporaryPassword password, String title, HttpServletResponse response, Model page) {
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("password", password);
        page.addAttribute("title", title);
        return "identity/user-password";
    }

    private static void choices(Viewer viewer, Model page) {
        page.addAttribute("roles", Role.of(viewer.kind()));
        var languages = new LinkedHashMap<String, String>();
        for (Locale language : Languages.ALL) {
            languages.put(language.getLanguage(), language.getDisplayLanguage(language));
        }
        page.addAttribute("languages", languages);
    }
}
