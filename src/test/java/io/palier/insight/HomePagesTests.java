package io.palier.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PalierTest
class HomePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void tellsStrangersWhatItIsInTheirLanguage() {
        assertThat(mvc.get().uri("/").header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/sign-in\"", "href=\"/enroll\"", "href=\"/directory\"", "Fournisseurs indirects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help/indirect-model", "/help/customer-accounts", "/help/customer-subscriptions"})
    void helpIsOpenToEverybody(String page) {
        assertThat(mvc.get().uri(page).header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void unknownHelpIsNotFound() {
        assertThat(mvc.get().uri("/help/nothing")).hasStatus(404);
    }
}
