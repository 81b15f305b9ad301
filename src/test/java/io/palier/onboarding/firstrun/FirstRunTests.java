package io.palier.onboarding.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.TestDatabase;
import io.palier.platform.Installation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@SpringBootTest(properties = "palier.installation.kind=production")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FirstRunTests.EmptyDatabase.class)
class FirstRunTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstRun firstRun;

    @Autowired
    Installation installation;

    @Autowired
    JdbcClient jdbc;

    static class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.using(TestDatabase.fresh()).initialize(context);
        }
    }

    @Test
    void setsAnEmptyInstallationUpOnceAndForADistributor() {
        assertThat(mvc.get().uri("/directory").with(csrf())).hasRedirectedUrl("/set-up");
        assertThat(mvc.get().uri("/sign-in").with(csrf())).hasRedirectedUrl("/set-up");
        assertThat(mvc.get().uri("/set-up").with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"token\"");
        assertThat(firstRun.lines()).singleElement().asString().contains(firstRun.token());

        assertThat(answers("wrong", "EUR, USD"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not the token on the console.", "value=\"Contoso Distribution\"");
        assertThat(answers(firstRun.token(), "EUR, XXY"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("XXY is no currency code.");
        assertThat(organizations()).isZero();

        assertThat(answers(firstRun.token(), "EUR, USD")).hasStatus3xxRedirection();
        var settings = installation.settings();
        assertThat(settings.isSetUp()).isTrue();
        assertThat(settings.publicAddress()).isEqualTo("https://partners.contoso.example");
        assertThat(settings.vendorOrDistributor()).isEqualTo("distributor");
        assertThat(jdbc.sql("select o.kind from membership_view m join organization_view o on o.id = m.organization_id"
                                + " where m.sign_in_name = 'admin@contoso.example' order by o.kind")
                        .query(String.class)
                        .list())
                .containsExactly("INDIRECT_PROVIDER", "OPERATOR");

        assertThat(mvc.get().uri("/set-up").with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(answers(firstRun.token(), "EUR")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/directory").with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Contoso Distribution");
        assertThat(firstRun.lines()).isEmpty();
    }

    private int organizations() {
        return jdbc.sql("select count(*) from organization_view")
                .query(Integer.class)
                .single();
    }

    private MockMvcRequestBuilder answers(String token, String currencies) {
        return mvc.post()
                .uri("/set-up")
                .with(csrf())
                .header("Accept-Language", "en")
                .param("token", token)
                .param("runs", "distributor")
                .param("company", "Contoso Distribution")
                .param("locationPartnerId", "4400001")
                .param("address.country", "FR")
                .param("address.line1", "1 rue de la Paix")
                .param("address.postalCode", "75002")
                .param("address.city", "Paris")
                .param("firstName", "Ada")
                .param("lastName", "Martin")
                .param("email", "admin@contoso.example")
                .param("password", "correct horse battery")
                .param("publicAddress", "https://partners.contoso.example/")
                .param("currencies", currencies)
                .param("suffixes", "onpalier.example")
                .param("language", "en");
    }
}
