package io.palier.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Users;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PalierTest
class CatalogPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    PriceListImport imports;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    private final PriceLists list = new PriceLists();

    @Test
    void showsWhatAListChangesBeforeItIsApplied() {
        var operator = person(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN, Locale.ENGLISH);
        var page = upload(
                operator,
                PriceLists.file(
                        list.row("1", "Ledger", "345.6", "2024-05-01"), list.row("2", "Bad", "x", "2024-05-01")));
        assertThat(body(operator, page))
                .contains("Nothing has changed yet", "Ledger", "345.60", "The price is no number", ">3<");
        assertThat(catalog.offers(List.of(list.id("1")), Locale.ENGLISH)).isEmpty();

        post(operator, page + "/confirm");
        post(operator, page + "/confirm");
        waitFor(operator, page);
        assertThat(body(operator, page)).contains("The price list is imported: 2 rows read.");
        assertThat(body(operator, "/operator/catalog?text=" + list.product)).contains("Ledger", "345.60");
        assertThat(body(operator, "/operator/catalog?text=no+such+thing")).contains("No offer matches");
    }

    @Test
    void aDiscardedListChangesNothing() {
        var operator = person(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN, Locale.FRENCH);
        var page = upload(operator, PriceLists.file(list.row("1", "Ledger", "1", "2024-05-01")));
        post(operator, page + "/discard");
        assertThat(body(operator, page)).contains("Ce fichier a été abandonné");
        assertThat(catalog.offers(List.of(list.id("1")), Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name,City\nContoso,Paris\n"})
    void saysWhyAFileIsNoPriceList(String file) {
        var operator = person(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN, Locale.ENGLISH);
        assertThat(mvc.post()
                        .uri("/operator/catalog/imports")
                        .multipart()
                        .file(new MockMultipartFile("file", "x.csv", "text/csv", file.getBytes(UTF_8)))
                        .with(operator))
                .hasStatus(422)
                .bodyText()
                .contains(file.isEmpty() ? "Choose a file." : "This is no price list", "is-invalid");
    }

    @Test
    void providersSeeTheirMarketAndPricesByRole() {
        list.importInto(imports, list.row("1", "Grand livre", "345.6", "2024-05-01"));
        var address = "/catalog?text=" + list.product;
        var sales = person(OrganizationKind.INDIRECT_PROVIDER, Role.SALES_AGENT, Locale.FRENCH);
        assertThat(body(sales, address)).contains("Grand livre", "345,60", "France, EUR");
        var helpdesk = person(OrganizationKind.INDIRECT_PROVIDER, Role.HELPDESK_AGENT, Locale.FRENCH);
        assertThat(body(helpdesk, address))
                .contains("Grand livre", "Les prix ne vous sont pas affichés", "Agent commercial")
                .doesNotContain("345,60");
    }

    @Test
    void showsASkuOnceWithAllItsTermsAndGivesThemAsAFile() {
        list.importInto(
                imports,
                list.row("1", "Grand livre", "345.6", "2024-05-01"),
                list.row("2", "=Grand livre", "400", "2024-05-01"));
        var address = "?text=" + list.product;
        var sales = person(OrganizationKind.INDIRECT_PROVIDER, Role.SALES_AGENT, Locale.FRENCH);
        assertThat(body(sales, "/catalog" + address))
                .containsOnlyOnce("=Grand livre</span>")
                .contains("2 éléments", "Effacer les filtres");
        assertThat(body(sales, "/catalog/export.csv" + address)).contains("345.6", "'=Grand livre", "EUR", "1 an");
        var helpdesk = person(OrganizationKind.INDIRECT_PROVIDER, Role.HELPDESK_AGENT, Locale.FRENCH);
        assertThat(body(helpdesk, "/catalog/export.csv" + address))
                .contains("Grand livre")
                .doesNotContain("345.6", "EUR");
        var reseller = person(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN, Locale.FRENCH);
        assertThat(mvc.get().uri("/catalog/export.csv").with(reseller)).hasStatus(404);
        assertThat(mvc.get().uri("/operator/catalog/export.csv").with(sales)).hasStatus(404);
    }

    @Test
    void isNotThereForOthers() {
        var reseller = person(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN, Locale.ENGLISH);
        var provider = person(OrganizationKind.INDIRECT_PROVIDER, Role.GLOBAL_ADMIN, Locale.ENGLISH);
        assertThat(mvc.get().uri("/catalog").with(reseller)).hasStatus(404);
        for (var page : List.of(
                "/operator/catalog",
                "/operator/catalog/imports",
                "/operator/catalog/imports/" + UUID.randomUUID(),
                "/operator/catalog/rules/A/0001")) {
            assertThat(mvc.get().uri(page).with(provider)).as(page).hasStatus(404);
        }
    }

    @Test
    void rulesAreEditedWithTheInputKeptAndLostUpdatesRefused() {
        list.importInto(
                imports, list.row("1", "Ledger", "1", "2024-05-01"), list.row("2", "Ledger Plus", "2", "2024-05-01"));
        var operator = person(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN, Locale.ENGLISH);
        var page = "/operator/catalog/rules/" + list.product + "/0001";
        assertThat(body(operator, page)).contains("name=\"version\" value=\"0\"");

        assertThat(rules(operator, page, "5", "3", list.product + ":9999"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a number from 5", ":9999");
        assertThat(rules(operator, page, "5", "300", list.product + ":2")).hasStatus3xxRedirection();
        assertThat(catalog.offer(list.id("1"), Locale.ENGLISH))
                .returns(5, Offer::minimumQuantity)
                .returns(List.of(list.product + ":0002"), Offer::upgradeTargets);
        assertThat(rules(operator, page, "6", "300", ""))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this");
        assertThat(mvc.get()
                        .uri("/operator/catalog/rules/" + list.product + "/0077")
                        .with(operator))
                .hasStatus(404);
    }

    private MvcTestResult rules(
            RequestPostProcessor person, String page, String minimum, String maximum, String upgrades) {
        return mvc.post()
                .uri(page)
                .param("version", "0")
                .param("minimumQuantity", minimum)
                .param("maximumQuantity", maximum)
                .param("prerequisites", "")
                .param("upgradeTargets", upgrades)
                .with(person)
                .exchange();
    }

    private String upload(RequestPostProcessor person, String file) {
        var answer = mvc.post()
                .uri("/operator/catalog/imports")
                .multipart()
                .file(new MockMultipartFile("file", "C:\\lists\\list.csv", "text/csv", file.getBytes(UTF_8)))
                .with(person)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var page = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        waitFor(person, page);
        return page;
    }

    /** As the browser does: again and again, as long as the page asks for it. */
    private void waitFor(RequestPostProcessor person, String page) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !mvc.get()
                        .uri(page)
                        .with(person)
                        .exchange()
                        .getResponse()
                        .containsHeader("Refresh"));
    }

    private void post(RequestPostProcessor person, String address) {
        assertThat(mvc.post().uri(address).with(person)).hasStatus3xxRedirection();
    }

    private String body(RequestPostProcessor person, String address) {
        var answer = mvc.get().uri(address).with(person).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private RequestPostProcessor person(OrganizationKind kind, Role role, Locale language) {
        var id = OrganizationId.next();
        organizations.register(
                id,
                kind,
                "Catalog " + kind,
                new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002"),
                language,
                kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                null);
        var name = "p" + id.value() + "@catalog.example";
        var membership = users.addWithPassword(
                Actor.system(id),
                id,
                new NewUser(name, null, "Pat", "Doe", "Pat Doe", Set.of(role), language),
                "a long enough phrase",
                false);
        var account = users.get(id, membership).account();
        var signedIn = authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.value(), membership.value()), null, List.of()));
        return request -> csrf().postProcessRequest(signedIn.postProcessRequest(request));
    }
}
