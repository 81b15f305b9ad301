package io.palier.customer;

import static io.palier.customer.CustomerWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PalierTest
@Import(CustomerWorld.class)
class CustomerPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    CustomerWorld world;

    @Autowired
    CustomerResellers resellers;

    @Test
    void showsEveryPageToEveryoneWhoMaySeeIt() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var added = world.customer(provider, "Northwind Traders", reseller.organization());
        var base = "/customers/" + added.relationship();
        for (var path : new String[] {"/account", "/users", "/users/new", "/users?deleted=true", "/partners"}) {
            assertThat(get(provider, base + path)).as(path).hasStatusOk();
            assertThat(get(reseller, base + path)).as(path).hasStatusOk();
            assertThat(get(world.admin(added), base + path)).as(path).hasStatusOk();
        }
        for (var path : new String[] {
            "/account/contact", "/account/billing", "/account/qualification", "/account/agreement", "/account/remove"
        }) {
            assertThat(get(provider, base + path)).as(path).hasStatusOk();
        }
        assertThat(get(world.admin(added), "/partner-relationships"))
                .hasStatusOk()
                .bodyText()
                .contains("Contoso Distribution", "Fabrikam Services");
        assertThat(get(provider, "/customers?added=" + added.relationship()))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("Open Northwind Traders")
                .contains("Just added");
        assertThat(get(world.provider(Role.GLOBAL_ADMIN), "/customers"))
                .hasStatusOk()
                .bodyText()
                .contains("No customers yet");
        assertThat(get(world.provider(Role.GLOBAL_ADMIN), base + "/account")).hasStatus(404);
        assertThat(get(provider, "/customers/not-an-id/account")).hasStatus(404);
    }

    @Test
    void endsALiveSessionsRightsWithTheAssociation() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var added = world.customer(provider, "Northwind Traders", reseller.organization());
        var account = "/customers/" + added.relationship() + "/account";
        assertThat(get(reseller, account)).hasStatusOk();
        resellers.change(provider, added.relationship(), reseller.organization(), null, "");
        assertThat(get(reseller, account)).hasStatus(404);
        assertThat(get(reseller, "/customers")).bodyText().doesNotContain("Northwind");
    }

    @Test
    void showsATemporaryPasswordOnceAndKeepsItOutOfCaches() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var added = world.customer(provider, "Northwind Traders", null);
        var users = "/customers/" + added.relationship() + "/users";
        var domain = added.admin().signInName().substring("admin@".length());
        var answer = mvc.post()
                .uri(users)
                .with(as(provider))
                .with(csrf())
                .param("firstName", "Ana")
                .param("lastName", "Petit")
                .param("displayName", "Ana Petit")
                .param("localPart", "ana.petit")
                .param("domain", domain)
                .param("language", "fr")
                .exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(answer).bodyText().contains("ana.petit@" + domain, "Temporary password");
        assertThat(mvc.post()
                        .uri(users)
                        .with(as(provider))
                        .with(csrf())
                        .param("firstName", "<b>Ana</b>")
                        .param("lastName", "")
                        .param("displayName", "Ana")
                        .param("localPart", "ana petit")
                        .param("domain", domain)
                        .param("language", "fr")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("&lt;b&gt;Ana&lt;/b&gt;", "Fill this in.");
    }

    @Test
    void savesBillingAndNamesTheFieldThatIsWrong() {
        var provider = world.provider(Role.SALES_AGENT);
        var added = world.customer(provider, "Northwind Traders", null);
        var billing = "/customers/" + added.relationship() + "/account/billing";
        assertThat(post(provider, billing, "1", "Northwind Holding")).hasStatus3xxRedirection();
        assertThat(post(provider, billing, "2", "")).hasStatus(422).bodyText().contains("Fill this in.");
        assertThat(post(provider, billing, "1", "Northwind Late"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this meanwhile", "Northwind Late", "name=\"version\" value=\"2\"");
        assertThat(get(provider, "/customers?search=holding"))
                .bodyText()
                .contains("Northwind Traders", "1 entry", "Search: “holding”", "Show all");
    }

    @Test
    void changesTheQualificationAndKeepsTheOldOnes() {
        var provider = world.provider(Role.SALES_AGENT);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var added = world.customer(provider, "Northwind Traders", reseller.organization());
        var account = "/customers/" + added.relationship() + "/account";
        assertThat(qualify(provider, account, "1", "EDUCATION")).hasStatus3xxRedirection();
        assertThat(qualify(provider, account, "1", "GOVERNMENT")).hasStatus(409);
        assertThat(qualify(provider, account, "2", "ROYAL")).hasStatus(422);
        assertThat(qualify(provider, account, "2", "NON_PROFIT")).hasStatus3xxRedirection();
        assertThat(get(provider, account)).bodyText().contains("Non-profit", "Change special qualification");
        assertThat(get(provider, account + "/qualification"))
                .bodyText()
                .containsSubsequence("Qualifications over time", "Non-profit", "Since", "Education", "From");
        assertThat(get(reseller, account)).bodyText().contains("Non-profit").doesNotContain("Change special");
        assertThat(get(reseller, account + "/qualification")).hasStatus(403);
        assertThat(qualify(reseller, account, "3", "NONE")).hasStatus(403);
    }

    private MvcTestResult qualify(Viewer viewer, String account, String version, String qualification) {
        return mvc.post()
                .uri(account + "/qualification")
                .with(as(viewer))
                .with(csrf())
                .param("version", version)
                .param("qualification", qualification)
                .exchange();
    }

    @Test
    void exportsWhatNoSpreadsheetTakesForAFormula() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        world.customer(provider, "=HYPERLINK(\"http://evil.example\")", null);
        world.customer(provider, "Café, « Élysée »", null);
        var file = mvc.get().uri("/customers/export.csv").with(as(provider)).exchange();
        assertThat(file).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"customers.csv\"");
        assertThat(file)
                .bodyText()
                .contains("'=HYPERLINK", "\"Café, « Élysée »\"", "Customer ID,Company name,Primary domain name")
                .doesNotContain(",\"=", ",=");
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(as(viewer)).with(csrf()).exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, String version, String name) {
        return mvc.post()
                .uri(uri)
                .with(as(viewer))
                .with(csrf())
                .param("version", version)
                .param("name", name)
                .param("email", "")
                .param("line1", "2 rue Neuve")
                .param("line2", "")
                .param("city", "Lyon")
                .param("state", "")
                .param("postalCode", "69001")
                .exchange();
    }
}
