package io.palier.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.TestDatabase;
import io.palier.platform.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "palier.installation.kind=demo")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DemoWorldTests.EmptyDatabase.class)
class DemoWorldTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DemoWorld world;

    @Autowired
    Installation installation;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@operator.example",
                "admin@contoso.example",
                "sales@contoso.example",
                "helpdesk@contoso.example",
                "users@contoso.example",
                "billing@contoso.example",
                "admin@wingtip.example",
                "admin@fabrikam.example",
                "helpdesk@fabrikam.example",
                "admin@litware.example",
                "admin@adventure.example",
                "admin@northwind.example",
                "admin@tailspin.example"
            })
    void everybodySignsInWithTheDemoPassword(String name) {
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .with(csrf())
                        .param("username", name)
                        .param("password", "Palier-demo-1"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void loadingAgainAddsNothing() {
        var before = count();
        world.load();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theInstallationIsSetUpAndApprovesByItself() {
        var settings = installation.settings();
        assertThat(settings.isSetUp()).isTrue();
        assertThat(settings.automaticApproval()).isTrue();
        assertThat(settings.domainSuffixes()).containsExactly("onpalier.example", "onmicrosoft.com");
        assertThat(settings.publicAddress()).startsWith("http://localhost:");
    }

    private long count() {
        return jdbc.sql("select (select count(*) from organization_view) + (select count(*) from membership_view)")
                .query(Long.class)
                .single();
    }

    static final class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.using(TestDatabase.fresh()).initialize(context);
        }
    }
}
