package io.palier.demo;

import static io.palier.identity.Role.ADMIN_AGENT;
import static io.palier.identity.Role.GLOBAL_ADMIN;

import io.palier.application.ApplicationDetails;
import io.palier.application.ApplicationId;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.Applications;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Programs of the cast that call the API; ids and secrets are fixed, so that examples can name them. */
@Component
class DemoApplications {
    private static final int MONTHS = 24;
    private static final List<String> REDIRECTS = List.of("http://localhost:8400/back", "http://127.0.0.1/back");

    static final List<Program> ALL = List.of(
            new Program(
                    id("0190a000-0000-7000-8000-0000000000a1"),
                    Cast.CONTOSO,
                    "Contoso sample application",
                    "palier-demo-secret-of-contoso",
                    false,
                    Set.of(GLOBAL_ADMIN, ADMIN_AGENT)),
            new Program(
                    id("0190a000-0000-7000-8000-0000000000a2"),
                    Cast.CONTOSO,
                    "Contoso automation",
                    "palier-demo-secret-of-contoso-automation",
                    true,
                    Set.of(GLOBAL_ADMIN, ADMIN_AGENT)),
            new Program(
                    id("0190a000-0000-7000-8000-0000000000a3"),
                    Cast.FABRIKAM,
                    "Fabrikam automation",
                    "palier-demo-secret-of-fabrikam-automation",
                    true,
                    Set.of(GLOBAL_ADMIN, ADMIN_AGENT)),
            new Program(
                    id("0190a000-0000-7000-8000-0000000000a4"),
                    Cast.WINGTIP,
                    "Wingtip automation",
                    "palier-demo-secret-of-wingtip-automation",
                    true,
                    Set.of(GLOBAL_ADMIN, ADMIN_AGENT)));

    private final Applications applications;
    private final DemoPeople people;

    DemoApplications(Applications applications, DemoPeople people) {
        this.applications = applications;
        this.people = people;
    }

    /**
     * One program.
     *
     * @param serviceAccount whether what it does by itself counts as app+user
     */
    record Program(
            ApplicationId id,
            OrganizationId organization,
            String name,
            String secret,
            boolean serviceAccount,
            Set<Role> roles) {}

    /** Registers those that are not there yet. */
    @Transactional
    void register() {
        ALL.forEach(this::register);
    }

    private void register(Program program) {
        var viewer = people.viewer(program.organization());
        boolean isThere = applications.list(viewer, null).rows().stream()
                .anyMatch(known -> known.id().equals(program.id()));
        if (!isThere) {
            var details = new ApplicationDetails(program.name(), REDIRECTS, program.roles(), program.serviceAccount());
            applications.register(viewer, program.id(), Kind.CONFIDENTIAL, details);
            applications.addSecret(viewer, program.id(), MONTHS, program.secret());
        }
    }

    private static ApplicationId id(String text) {
        return new ApplicationId(UUID.fromString(text));
    }
}
