package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PalierTest
class SignInPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void speaksTheLanguageTheBrowserAsksFor() {
        assertThat(mvc.get().uri("/sign-in").header("Accept-Language", "fr-CA,en;q=0.5"))
                .hasStatusOk()
                .bodyText()
                .contains("Identifiant ou adresse e-mail", "lang=\"fr\"");
        assertThat(mvc.get().uri("/sign-in").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Sign-in name or e-mail");
    }
}
