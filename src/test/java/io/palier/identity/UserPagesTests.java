package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.organization.Organizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PalierTest
class UserPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    People people;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
    }

    @Test
    void aNewUsersPasswordIsShownOnceAndKeptByNobody() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var name = "new" + admin.account() + "@test.example";
        assertThat(mvc.post()
                        .uri("/account/users")
                        .param("firstName", "Nora")
                        .param("lastName", "Neuf")
                        .param("signInName", name)
                        .param("language", "fr")
                        .param("roles", "SALES_AGENT", "BILLING_ADMIN")
                        .with(admin.signedIn()))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains(name, "id=\"setup-password\"");
        assertThat(mvc.get().uri("/account/users").param("search", "nora").with(admin.signedIn()))
                .hasStatusOk()
                .bodyText()
                .contains("Nora Neuf", "Sales agent")
                .doesNotContain("setup-password");
    }

    @Test
    void badInputIsKeptAndTheFieldNamed() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.post()
                        .uri("/account/users")
                        .param("firstName", "=Nora")
                        .param("lastName", "")
                        .param("signInName", "no address")
                        .param("language", "fr")
                        .with(admin.signedIn()))
                .hasStatus(422)
                .bodyText()
                .contains("=Nora", "no address", "Fill this in.");
    }

    @Test
    void whoMayNotManageUsersSeesWhyAndIsRefused() {
        var sales = people.provider(Role.SALES_AGENT);
        assertThat(mvc.get().uri("/account/users").with(sales.signedIn()))
                .hasStatusOk()
                .bodyText()
                .contains("aria-disabled", "Global admin");
        assertThat(mvc.post()
                        .uri("/account/users/" + sales.membership() + "/password")
                        .with(sales.signedIn()))
                .hasStatus(403)
                .bodyText()
                .contains("Manage your organization’s users");
    }

    @Test
    void anotherOrganizationsUserDoesNotExist() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var stranger = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.get().uri("/account/users/" + stranger.membership()).with(admin.signedIn()))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/account/users/" + stranger.membership() + "/password")
                        .with(admin.signedIn()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/account/users/no-id").with(admin.signedIn())).hasStatus(404);
    }

    @Test
    void rolesChangeAndALostUpdateShowsTheFreshState() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var sales = people.in(admin.organization(), Role.SALES_AGENT);
        var uri = "/account/users/" + sales.membership() + "/roles";
        assertThat(mvc.post()
                        .uri(uri)
                        .param("version", "1")
                        .param("roles", "HELPDESK_AGENT")
                        .with(admin.signedIn()))
                .hasStatus3xxRedirection();
        assertThat(users.get(admin.organization(), sales.membership()).roles()).containsExactly(Role.HELPDESK_AGENT);
        assertThat(mvc.post()
                        .uri(uri)
                        .param("version", "1")
                        .param("roles", "SALES_AGENT")
                        .with(admin.signedIn()))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this meanwhile");
    }

    @Test
    void theLastGlobalAdminStays() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.post()
                        .uri("/account/users/" + admin.membership() + "/roles")
                        .param("version", "1")
                        .param("roles", "SALES_AGENT")
                        .with(admin.signedIn()))
                .hasStatus(422)
                .bodyText()
                .contains("at least one active global admin");
        assertThat(mvc.post()
                        .uri("/account/users/" + admin.membership() + "/deactivation")
                        .param("version", "1")
                        .with(admin.signedIn()))
                .hasStatus(409);
    }

    @Test
    void theSupportProfileIsSavedOrRefused() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.post()
                        .uri("/account/profile")
                        .param("version", "1")
                        .param("email", "help@test.example")
                        .param("website", "javascript:alert(1)")
                        .with(admin.signedIn()))
                .hasStatus(422)
                .bodyText()
                .contains("help@test.example", "javascript:alert(1)");
        var version = organizations.get(admin.organization()).version();
        assertThat(mvc.post()
                        .uri("/account/profile")
                        .param("version", Integer.toString(version))
                        .param("email", "help@test.example")
                        .with(admin.signedIn()))
                .hasStatus3xxRedirection();
        assertThat(organizations.get(admin.organization()).support().email()).isEqualTo("help@test.example");
    }
}
