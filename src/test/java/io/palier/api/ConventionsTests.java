package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** What curl says when it is told nothing else. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readBodiesAsJsonWhateverTheirTypeIs(boolean repeatable) {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var form = "application/x-www-form-urlencoded";
        var headers = repeatable
                ? new String[] {
                    "Content-Type", form, "MS-RequestId", UUID.randomUUID().toString()
                }
                : new String[] {"Content-Type", form};
        var made = world.bare(caller, "POST", "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null), headers);
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        var customer = "/v1/customers/" + made.text("/id");
        var profile = world.get(caller, customer + "/profiles/billing").json().toString();
        var put =
                world.bare(caller, "PUT", customer + "/profiles/billing", profile.replace("Nantes", "Angers"), headers);
        assertThat(put.status()).as(put.json().toString()).isEqualTo(200);
        assertThat(put.text("/defaultAddress/city")).isEqualTo("Angers");
        var patched = world.bare(caller, "PATCH", customer, "{\"relationshipToPartner\": \"none\"}", headers);
        assertThat(patched.status()).as(patched.json().toString()).isEqualTo(200);
    }

    /** What the firewall or the server refuses before an endpoint is looked for. */
    @ParameterizedTest
    @CsvSource({
        "GET,   /v1/customers;x=1",
        "GET,   /v1/../v1/customers",
        "GET,   /v1/customers%0a",
        "GET,   /v1/customers/%00",
        "GET,   /v1/customers/%zz",
        "GET,   /v1/cust%2fomers",
        "GET,   /v1/{customers}",
        "TRACE, /v1/customers",
        "BREW,  /v1/customers"
    })
    void answerWhatIsRefusedEarlyInTheContractsShape(String method, String path) throws IOException {
        var answer = world.raw(world.provider(true, Role.ADMIN_AGENT), method, path);
        assertThat(answer).contains("\"code\":", "\"source\":\"Palier\"").containsPattern("^HTTP/1.1 40[04] ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%zz", "%zz=1", "a=%ff", "a%0ab=1", "=", "&&", "size=1&size=2", "a=^`", "filter={\"a\":[]}"})
    void passOverWhatIsNoParameter(String query) throws IOException {
        var answer = world.raw(world.provider(true, Role.ADMIN_AGENT), "GET", "/v1/customers?" + query);
        assertThat(answer).containsPattern("^HTTP/1.1 (200 |400 [^\u0000]*\"code\":800002)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "application/json; charset=none",
                "nonsense",
                "application/x-www-form-urlencoded"
            })
    void lookAtNoContentType(String type) {
        var answer =
                world.bare(world.provider(true, Role.ADMIN_AGENT), "GET", "/v1/customers", null, "Content-Type", type);
        assertThat(answer.status()).isEqualTo(200);
    }

    /** Nothing is kept otherwise than it was sent, and nothing a person can send is an error of ours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/carts  | {'lineItems': [{'catalogItemId': 'x', 'quantity': 1.5}]}       | 400",
                "/carts  | {'lineItems': [{'catalogItemId': 'x', 'quantity': 'half'}]}    | 400",
                "/carts  | {'lineItems': [{'catalogItemId': 'x', 'quantity': 1e99}]}      | 400",
                "/carts  | {'lineItems': [{'catalogItemId': 'x', 'quantity': 5.0}]}       | 201",
                "/carts  | {'lineItems': [{'catalogItemId': 'x', 'quantity': '5'}, null]} | 201",
                "/carts  | {'lineItems': [null]}                                          | 400",
                "/carts  | {'lineItems': [{'friendlyName': 'a\\u0000b'}]}                 | 400",
                "/orders | {'lineItems': [null]}                                          | 400",
                "/users  | {'displayName': 'a\\u0000b'}                                   | 400",
                "/promotionEligibilities | {'items': [null]}                              | 200"
            })
    void readValuesExactlyOrRefuseThem(String path, String body, int status) {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var customer = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null));
        var answer = world.post(caller, "/v1/customers/" + customer.text("/id") + path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    }

    @Test
    void takeNoBodyLargerThanAMegabyte() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var answer = world.post(caller, "/v1/customers", "{\"a\": \"" + "x".repeat(1_000_000) + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/description")).contains("megabyte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers?size=-1",
                "/v1/customers?size=many",
                "/v1/servicerequests?offset=-1",
                "/v1/customers?seekOperation=Next&MS-ContinuationToken=garbage"
            })
    void refusePagesThatThereAreNot(String path) {
        var answer = world.get(world.provider(true, Role.ADMIN_AGENT), path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(800002);
    }

    @Test
    void endBehindTheLastOfAList() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        assertThat(world.get(caller, "/v1/offers?country=FR&size=1")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        for (var offset : new String[] {"999999", "999999999999"}) {
            var answer = world.get(caller, "/v1/offers?country=FR&offset=" + offset);
            assertThat(answer.json().path("totalCount").asInt(-1)).isZero();
            assertThat(answer.json().at("/links/next").isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/customers        | {'Field':'CompanyName','Value':'a','Operator':'like'}      | 900126",
                "/v1/customers        | {'Field':'CompanyName','Value':'a','Operator':'less_than'} | 800042",
                "/v1/auditrecords     | {'Field':'CompanyName','Value':'a','Operator':'equals'}    | 800042",
                "/v1/auditrecords     | {'Field':'ResourceType','Value':'order','Operator':'or'}   | 800042",
                "/v1/relationships    | {'Field':'Name','Value':'a','Operator':'less_than'}        | 800042",
                "/v1/customers/users  | {'Field':'UserState','Value':'gone','Operator':'equals'}   | 900126",
                "/v1/customers/users  | {'Field':'UserState','Value':'active','Operator':'not_equals'} | 800042",
                "/v1/customers/users  | {'Field':'Name','Value':'active','Operator':'equals'}      | 800042"
            })
    void refuseFiltersThatAListDoesNotHave(String path, String filter, int code) {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        world.partnerOf(caller);
        var list = path;
        if (path.endsWith("/users")) {
            var customer = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null));
            list = "/v1/customers/" + customer.text("/id") + "/users";
        }
        var answer = world.get(caller, list + "?filter=" + URLEncoder.encode(filter.replace('\'', '"'), UTF_8));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(code);
    }

    @Test
    void refuseRelationshipsThatAreNone() {
        var answer = world.get(world.provider(true, Role.ADMIN_AGENT), "/v1/relationships?relationship_type=friend");
        assertThat(answer.json().path("code").asInt()).isEqualTo(900126);
    }
}
