package io.palier.application.web;

import io.palier.application.ApplicationDetails;
import io.palier.application.ApplicationView;
import io.palier.application.ApplicationView.Kind;
import io.palier.identity.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed about an application. */
final class ApplicationForms {
    private ApplicationForms() {}

    /**
     * Registration and change.
     *
     * @param kind of a new one; fixed afterwards
     * @param redirectAddresses one a line
     */
    record ApplicationForm(
            @Nullable Integer version,

            @NotBlank @Size(max = 100) String name,

            @Nullable Kind kind,
            @Size(max = 6500) @Nullable String redirectAddresses,
            @Nullable Set<Role> roles,
            @Nullable Boolean serviceAccount) {

        static ApplicationForm empty() {
            return new ApplicationForm(null, "", Kind.CONFIDENTIAL, "", Set.of(), false);
        }

        static ApplicationForm of(ApplicationView application) {
            return new ApplicationForm(
                    application.version(),
                    application.name(),
                    application.kind(),
                    String.join("\n", application.redirectAddresses()),
                    application.roles(),
                    application.serviceAccount());
        }

        ApplicationDetails details() {
            var chosen = EnumSet.noneOf(Role.class);
            if (roles != null) {
                chosen.addAll(roles);
            }
            return new ApplicationDetails(name.strip(), addresses(), chosen, Boolean.TRUE.equals(serviceAccount));
        }

        private List<String> addresses() {
            return redirectAddresses == null
                    ? List.of()
                    : redirectAddresses
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /** How long a new secret lives. */
    record SecretForm(@NotNull @Min(1) @Max(24) Integer months) {
        static final SecretForm USUAL = new SecretForm(12);
    }
}
