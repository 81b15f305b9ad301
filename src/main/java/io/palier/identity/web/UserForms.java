package io.palier.identity.web;

import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.UserView;
import io.palier.shared.web.Languages;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed about a person. */
final class UserForms {
    private UserForms() {}

    record NewUserForm(
            @NotBlank @Size(min = 1, max = 60) String firstName,
            @NotBlank @Size(min = 1, max = 60) String lastName,

            @NotBlank @Size(min = 3, max = 200) @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")
            String signInName,

            @Email @Size(max = 200) @Nullable String contactEmail,
            String language,
            @Nullable Set<Role> roles) {

        static NewUserForm empty(Locale language) {
            return new NewUserForm("", "", "", "", language.getLanguage(), Set.of());
        }

        NewUser user() {
            return new NewUser(
                    signInName,
                    emptyToNull(contactEmail),
                    firstName,
                    lastName,
                    (firstName + " " + lastName).strip(),
                    chosen(roles),
                    Languages.find(language).orElse(Locale.ENGLISH));
        }
    }

    record NameForm(
            int version,
            @NotBlank @Size(min = 1, max = 60) String firstName,
            @NotBlank @Size(min = 1, max = 60) String lastName,
            @NotBlank @Size(min = 1, max = 120) String displayName,
            @Email @Size(max = 200) @Nullable String contactEmail) {

        static NameForm of(UserView user) {
            return new NameForm(
                    user.version(), user.firstName(), user.lastName(), user.displayName(), user.contactEmail());
        }
    }

    record RolesForm(int version, @Nullable Set<Role> roles) {

        static RolesForm of(UserView user) {
            return new RolesForm(user.version(), user.roles());
        }
    }

    static Set<Role> chosen(@Nullable Set<Role> roles) {
        var chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            chosen.addAll(roles);
        }
        return chosen;
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
