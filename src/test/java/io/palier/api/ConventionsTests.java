package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What holds for every endpoint (accounts contract 2). */
@PalierServer
@Import(ApiWorld.class)
class ConventionsTests {
    @Autowired
    ApiWorld world;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers",
                "/v1//customers",
                "/v1/customers/",
                "/V1/Customers",
                "//v1/customers?size=1",
                "/v1/%63ustomers",
                "/v1/customers?SIZE=1&seek_Operation=Next"
            })
    void tolerateHowClientsSpellAddresses(String path) {
        var answer = world.get(world.provider(true, Role.ADMIN_AGENT), path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/attributes/objectType")).isEqualTo("Collection");
        assertThat(answer.json().at("/items").isArray()).isTrue();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("application/json; charset=utf-8");
    }

    @Test
    void echoTheIdsOfARequestAndMakeMissingOnes() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = UUID.randomUUID().toString();
        var answer = world.get(caller, "/v1/customers", "MS-RequestId", id, "MS-CorrelationId", "mine");
        assertThat(answer.header("MS-RequestId")).isEqualTo(id);
        assertThat(answer.header("MS-CorrelationId")).isEqualTo("mine");
        assertThat(world.get(caller, "/v1/customers").header("MS-RequestId")).hasSize(36);
    }

    @Test
    void refuseWhoShowsNoTokenInTheContractsShape() {
        var known = world.provider(true);
        var stranger = new ApiWorld.Caller(known.organization(), "no.such.token", known.admin());
        var answer = world.get(stranger, "/v1/customers");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/code")).isEqualTo("400");
        assertThat(answer.header("WWW-Authenticate")).startsWith("OAuth realm=urn:cpsvc:cpid:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/v1/customers/not-an-id",
                "/v1/customers/00000000-0000-4000-8000-000000000000",
                "/webhooks/v1/nothing",
                "/partner/v1/analytics/nothing"
            })
    void answerWhatIsUnknownInTheContractsShape(String path) {
        var answer = world.get(world.provider(true, Role.ADMIN_AGENT), path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asInt()).isEqualTo(1000);
        assertThat(answer.json().path("data").isArray()).isTrue();
        assertThat(answer.text("/description")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"text\"", "{\"companyProfile\": 5}", "{\"relationshipToPartner\": \"friend\"}", ""})
    void answerBodiesThatAreNoneWith400(String body) {
        var answer = world.post(world.provider(true, Role.ADMIN_AGENT), "/v1/customers", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isIn(800002, 3000, 900126);
    }

    @Test
    void speakTheLanguageOfTheCaller() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var english = world.get(caller, "/v1/customers/" + UUID.randomUUID());
        var french = world.get(caller, "/v1/customers/" + UUID.randomUUID(), "X-Locale", "fr-FR");
        assertThat(french.text("/description")).isNotEqualTo(english.text("/description"));
    }

    @Test
    void nameTheRightThatIsMissing() {
        var answer = world.get(world.provider(true, Role.BILLING_ADMIN), "/v1/customers");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asInt()).isEqualTo(900150);
        assertThat(answer.json().at("/data/0").asString()).isEqualTo("right-missing");
    }

    @Test
    void askForAUserWhereTheContractDoes() {
        var alone = world.provider(false, Role.ADMIN_AGENT);
        assertThat(world.get(alone, "/v1/customers").status()).isEqualTo(200);
        assertThat(world.get(alone, "/v1/relationships").status()).isEqualTo(403);
        assertThat(world.get(world.provider(true, Role.ADMIN_AGENT), "/v1/relationships")
                        .status())
                .isEqualTo(200);
    }
}
