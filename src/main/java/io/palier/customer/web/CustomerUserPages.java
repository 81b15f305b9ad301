package io.palier.customer.web;

import static io.palier.customer.web.CustomerAccountPages.orNull;

import io.palier.customer.CustomerUsers;
import io.palier.customer.CustomerUsers.NewCustomerUser;
import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.customer.UserLicenses;
import io.palier.identity.MembershipId;
import io.palier.identity.Right;
import io.palier.identity.TemporaryPassword;
import io.palier.identity.UserView;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Users and licenses of a customer. Temporary passwords are the direct answer to the form, shown once. */
@Controller
@RequestMapping("/customers/{relationship}/users")
class CustomerUserPages {
    private final Customers customers;
    private final CustomerUsers users;
    private final ObjectProvider<UserLicenses> licenses;

    CustomerUserPages(Customers customers, CustomerUsers users, ObjectProvider<UserLicenses> licenses) {
        this.customers = customers;
        this.users = users;
        this.licenses = licenses;
    }

    record UserForm(
            @NotBlank @Size(max = 50) String firstName,
            @NotBlank @Size(max = 50) String lastName,
            @NotBlank @Size(max = 100) String displayName,
            @NotBlank @Size(max = 64) String localPart,
            @NotBlank String domain,
            @Size(max = 200) String contactEmail,
            String language,
            @Nullable String globalAdmin) {}

    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var customer = read(viewer, relationship, page);
        page.addAttribute("search", SearchText.of(search));
        page.addAttribute("deleted", deleted);
        if (!customer.isAdministered()) {
            return "customer/users";
        }
        var cursor = Cursor.parse(after, 1)
                .filter(one -> isId(one.parts().getFirst()))
                .orElse(null);
        var slice = users.list(viewer, customer.id(), deleted, SearchText.of(search), cursor);
        page.addAttribute("slice", slice);
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", base(relationship, search, deleted));
        page.addAttribute("licenses", licenses(customer, slice.rows()));
        page.addAttribute("licenseAddress", licenses.getIfAvailable());
        return "customer/users";
    }

    @GetMapping("/new")
    String form(Viewer viewer, @PathVariable UUID relationship, Model page) {
        var customer = read(viewer, relationship, page);
        customer.require(viewer, CustomerUsers.right(customer, Right.MANAGE_CUSTOMER_USERS));
        var domains = domains(viewer, customer, page);
        page.addAttribute(
                "userForm",
                new UserForm(
                        "", "", "", "", domains.getFirst(), "", viewer.locale().getLanguage(), null));
        return "customer/user-form";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable UUID relationship,
            @Valid @ModelAttribute UserForm userForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response) {
        var id = new RelationshipId(relationship);
        var password = Forms.result(
                problems,
                () -> users.add(
                        viewer,
                        id,
                        new NewCustomerUser(
                                userForm.firstName(),
                                userForm.lastName(),
                                userForm.displayName(),
                                userForm.localPart(),
                                userForm.domain(),
                                orNull(userForm.contactEmail()),
                                "true".equals(userForm.globalAdmin()),
                                "fr".equals(userForm.language()) ? Locale.FRENCH : Locale.ENGLISH)));
        var customer = read(viewer, relationship, page);
        if (password == null) {
            var _ = domains(viewer, customer, page);
            return Forms.again(response, "customer/user-form");
        }
        return once(password, page, response);
    }

    @PostMapping("/{user}/password")
    String reset(
            Viewer viewer,
            @PathVariable UUID relationship,
            @PathVariable UUID user,
            Model page,
            HttpServletResponse response) {
        var password = users.resetPassword(viewer, new RelationshipId(relationship), new MembershipId(user));
        read(viewer, relationship, page);
        return once(password, page, response);
    }

    @PostMapping("/{user}/delete")
    String delete(
            Viewer viewer,
            @PathVariable UUID relationship,
            @PathVariable UUID user,
            @RequestParam int version,
            RedirectAttributes after) {
        users.delete(viewer, new RelationshipId(relationship), new MembershipId(user), version);
        Forms.done(after, "customer.user-deleted");
        return "redirect:/customers/" + relationship + "/users";
    }

    @PostMapping("/{user}/restore")
    String restore(
            Viewer viewer,
            @PathVariable UUID relationship,
            @PathVariable UUID user,
            @RequestParam int version,
            RedirectAttributes after) {
        users.restore(viewer, new RelationshipId(relationship), new MembershipId(user), version);
        Forms.done(after, "customer.user-restored");
        return "redirect:/customers/" + relationship + "/users";
    }

    private static String once(TemporaryPassword password, Model page, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("password", password);
        return "customer/password";
    }

    private CustomerView read(Viewer viewer, UUID relationship, Model page) {
        var customer = customers.get(viewer, new RelationshipId(relationship));
        customers.account(viewer, customer.id());
        page.addAttribute("customer", customer);
        page.addAttribute(
                "manageRight",
                CustomerUsers.right(customer, Right.MANAGE_CUSTOMER_USERS).name());
        page.addAttribute(
                "resetRight",
                CustomerUsers.right(customer, Right.RESET_CUSTOMER_PASSWORDS).name());
        return customer;
    }

    private List<String> domains(Viewer viewer, CustomerView customer, Model page) {
        var domains = users.domains(viewer, customer.id());
        Map<String, String> options = new LinkedHashMap<>();
        domains.forEach(domain -> options.put(domain, domain));
        page.addAttribute("domains", options);
        return domains;
    }

    private Map<MembershipId, Integer> licenses(CustomerView customer, List<UserView> rows) {
        Map<MembershipId, Integer> counts = new HashMap<>();
        var ids = rows.stream().map(UserView::id).toList();
        licenses.stream().forEach(module -> counts.putAll(module.of(customer.id(), ids)));
        return counts;
    }

    private static String base(UUID relationship, String search, boolean deleted) {
        return UriComponentsBuilder.fromPath("/customers/{id}/users")
                        .queryParam("deleted", deleted)
                        .queryParam("search", "{search}")
                        .encode()
                        .buildAndExpand(relationship, SearchText.of(search).typed())
                        .toUriString()
                + "&";
    }

    private static boolean isId(String text) {
        try {
            var _ = UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
