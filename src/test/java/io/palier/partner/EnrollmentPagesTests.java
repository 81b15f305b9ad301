package io.palier.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Users;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PalierTest
class EnrollmentPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Agreements agreements;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    private final String number = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    private final String email = "owner" + number + "@adventure.example";

    @Test
    void showsTheFormWithTheAgreementInBothLanguages() {
        assertThat(mvc.get().uri("/enroll").with(csrf()).header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyText()
                .contains("Contrat partenaire (modèle)", "Code postal", "Par exemple 75002");
        assertThat(mvc.get().uri("/enroll").with(csrf()).header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Partner agreement (sample)");
    }

    @Test
    void enrollsAndComesBackToTheInvitation() {
        assertThat(enroll("75002", number).param("back", "/invitations/abc"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/invitations/abc");
        assertThat(eligibility()).containsExactly("partner.eligibility.not-approved");
        assertThat(jdbc.sql("""
                        select s.agreement_number from partner_agreement_signature s
                        join organization_view o on o.id = s.organization_id where o.location_partner_id = :id""").param("id", number).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void neverLeavesForAnotherSite() {
        assertThat(enroll("75002", number).param("back", "//evil.example/x")).hasRedirectedUrl("/enrollment");
    }

    @Test
    void namesTheFieldsAndKeepsTheInput() {
        var answer = enroll("7500", "12").param("phone", "nonsense").exchange();
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer)
                .bodyText()
                .contains(
                        "A postal code of this country looks like 75002.",
                        "A location partner ID has 5 to 10 digits.",
                        "This is no phone number we can read",
                        "value=\"7500\"",
                        "value=\"Adventure Works Cloud\"",
                        "value=\"nonsense\"")
                .doesNotContain("correct horse");
        assertThat(eligibility()).isEmpty();
    }

    @Test
    void refusesASecondCompanyWithTheSameIdAndSavesNothingOfIt() {
        assertThat(enroll("75002", number)).hasStatus3xxRedirection();
        assertThat(enroll("75002", number))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Another partner already has this location partner ID.");
    }

    @Test
    void lettersOfBadInputDoNotBreakThePage() {
        assertThat(mvc.post().uri("/enroll").with(csrf()).param("company", "a\0b"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri("/enroll").with(csrf()).param("agreement", "=1+1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void theOperatorApprovesThenSuspendsAndReinstates() {
        assertThat(enroll("75002", number)).hasStatus3xxRedirection();
        var operator = signIn(OrganizationKind.OPERATOR);
        var id = reseller();
        assertThat(mvc.get().uri("/operator/enrollments").with(operator)).hasStatusOk();
        assertThat(mvc.get().uri("/operator/enrollments/" + id).with(operator))
                .hasStatusOk()
                .bodyText()
                .contains("Adventure Works Cloud");
        assertThat(post("/operator/enrollments/" + id + "/refusal", operator)
                        .param("reason", " ")
                        .param("version", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/operator/enrollments/" + id + "/approval", operator).param("version", "1"))
                .hasStatus3xxRedirection();
        assertThat(eligibility()).isEmpty();
        assertThat(post("/operator/enrollments/" + id + "/approval", operator).param("version", "1"))
                .hasStatus(HttpStatus.CONFLICT);
        var version = organizations.get(id).version();
        assertThat(mvc.get().uri("/operator/partners/" + id).with(operator)).hasStatusOk();
        assertThat(post("/operator/partners/" + id + "/suspension", operator)
                        .param("reason", "Unpaid")
                        .param("version", Integer.toString(version)))
                .hasStatus3xxRedirection();
        assertThat(eligibility()).containsExactly("partner.eligibility.suspended");
        assertThat(post("/operator/partners/" + id + "/reinstatement", operator)
                        .param("reason", "Paid")
                        .param("version", Integer.toString(version + 1)))
                .hasStatus3xxRedirection();
        assertThat(eligibility()).isEmpty();
        assertThat(mvc.get()
                        .uri("/operator/partners?kind=INDIRECT_RESELLER&search=advent")
                        .with(operator))
                .hasStatusOk()
                .bodyText()
                .contains("Adventure Works Cloud");
    }

    @Test
    void theOperatorCreatesAProviderWhoseAdminSignsInOnce() {
        var operator = signIn(OrganizationKind.OPERATOR);
        assertThat(mvc.get().uri("/operator/partners/new").with(operator)).hasStatusOk();
        var form = post("/operator/partners", operator)
                .param("kind", "INDIRECT_PROVIDER")
                .param("company", "Contoso " + number)
                .param("currency", "EUR")
                .param("language", "fr")
                .param("locationPartnerId", number)
                .param("firstName", "Ada")
                .param("lastName", "Martin")
                .param("email", email);
        assertThat(address(form, "75002")).hasStatusOk().bodyText().contains("id=\"temporary-password\"", email);
        assertThat(mvc.get().uri("/directory?search=" + number).with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Contoso " + number);
    }

    @Test
    void theSettingsRefuseWhatTheyCannotMean() {
        var operator = signIn(OrganizationKind.OPERATOR);
        assertThat(mvc.get().uri("/operator/settings").with(operator)).hasStatusOk();
        assertThat(post("/operator/settings", operator)
                        .param("publicAddress", "javascript:alert(1)")
                        .param("currencies", "EUR")
                        .param("suffixes", "onpalier.example")
                        .param("language", "fr")
                        .param("version", "0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("javascript:alert(1)");
        assertThat(mvc.get().uri("/operator/agreements").with(operator)).hasStatusOk();
        assertThat(mvc.get().uri("/operator/agreements/new?kind=PARTNER").with(operator))
                .hasStatusOk();
    }

    @Test
    void theOperatorsPagesAreForTheOperatorOnly() {
        var reseller = signIn(OrganizationKind.INDIRECT_RESELLER);
        for (var page : List.of(
                "/operator/enrollments",
                "/operator/partners",
                "/operator/partners/new",
                "/operator/settings",
                "/operator/agreements")) {
            assertThat(mvc.get().uri(page).with(reseller)).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(mvc.get().uri("/enrollment").with(reseller)).hasStatusOk();
        assertThat(mvc.get().uri("/operator/enrollments/" + UUID.randomUUID()).with(signIn(OrganizationKind.OPERATOR)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MockMvcRequestBuilder enroll(String postalCode, String locationPartnerId) {
        return address(mvc.post().uri("/enroll").with(csrf()), postalCode)
                .header("Accept-Language", "en")
                .param("company", "Adventure Works Cloud")
                .param("locationPartnerId", locationPartnerId)
                .param("firstName", "Léa")
                .param("lastName", "Moreau")
                .param("email", email)
                .param("password", "correct horse battery")
                .param("accepted", "true")
                .param(
                        "agreement",
                        agreements
                                .current(AgreementKind.PARTNER, Locale.ENGLISH)
                                .id()
                                .toString());
    }

    private static MockMvcRequestBuilder address(MockMvcRequestBuilder form, String postalCode) {
        return form.param("address.country", "FR")
                .param("address.line1", "1 rue de la Paix")
                .param("address.postalCode", postalCode)
                .param("address.city", "Paris");
    }

    private MockMvcRequestBuilder post(String uri, RequestPostProcessor who) {
        return mvc.post().uri(uri).with(csrf()).with(who);
    }

    private List<@Nullable String> eligibility() {
        return jdbc.sql("""
                        select v.reason from reseller_eligibility_view v join organization_view o on o.id = v.reseller_id
                        where o.location_partner_id = :id and v.reason is not null""").param("id", number).query(String.class).list();
    }

    private OrganizationId reseller() {
        return new OrganizationId(jdbc.sql("select id from organization_view where location_partner_id = :id")
                .param("id", number)
                .query(UUID.class)
                .single());
    }

    private RequestPostProcessor signIn(OrganizationKind kind) {
        var organization = organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        "Palier Cloud",
                        new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002"),
                        Locale.ENGLISH,
                        null,
                        null)
                .id();
        var membership = users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(
                        "admin" + organization + "@operator.example",
                        null,
                        "Ad",
                        "Min",
                        "Ad Min",
                        Users.roles(Role.GLOBAL_ADMIN),
                        Locale.ENGLISH),
                "correct horse battery",
                false);
        var account = users.get(organization, membership).account();
        var token = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.value(), membership.value()), null, List.of());
        return request -> csrf().postProcessRequest(authentication(token).postProcessRequest(request));
    }
}
