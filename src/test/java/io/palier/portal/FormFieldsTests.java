package io.palier.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every form does for the person who fills it in. */
@PalierTest
class FormFieldsTests {
    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "FR, 75002,    false, +33 1 23 45 67 89",
        "US, 98052,    true,  +1 201-555-0123",
        "CA, H2Y 1C6,  true,  +1 506-234-5678"
    })
    void anAddressAsksForWhatTheCountryNeeds(String country, String postalCode, boolean state, String phone) {
        var fields = assertThat(
                        mvc.get().uri("/address-fields?phone=true&address.country={c}&address.line1=12 quai", country))
                .hasStatusOk()
                .bodyText()
                .contains(postalCode, phone, "value=\"12 quai\"", "hx-swap-oob")
                .doesNotContain("<html");
        if (state) {
            fields.contains("<select class=\"form-select\" id=\"address-state\"");
        } else {
            fields.doesNotContain("<select class=\"form-select\" id=\"address-state\"");
        }
    }

    @Test
    void anAddressOfNoCountryAsksForOne() {
        assertThat(mvc.get().uri("/address-fields?address.country=XX"))
                .hasStatusOk()
                .bodyText()
                .contains("address.country", "<option value=\"\"");
    }

    @Test
    void withoutScriptAnotherCountryAdaptsTheFieldsAndKeepsWhatIsTyped() {
        assertThat(mvc.post()
                        .uri("/enroll")
                        .with(csrf())
                        .param("refresh", "yes")
                        .param("company", "Rhône Cloud")
                        .param("address.country", "CA"))
                .hasStatusOk()
                .bodyText()
                .contains("Rhône Cloud", "H2Y 1C6", "id=\"address-state\"", "Québec")
                .doesNotContain("is-invalid");
    }

    @Test
    void problemsAreLinksToTheirFieldsAndNeededFieldsAreMarked() {
        assertThat(mvc.post().uri("/enroll").with(csrf()).param("address.country", "FR"))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\" tabindex=\"-1\" autofocus")
                .contains("href=\"#company\"", "href=\"#address-postalCode\"", "aria-required=\"true\"");
    }
}
