package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.net.URLEncoder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Profiles, agreements, addresses, roles, licenses, the log and analytics (accounts contract 3 to 7). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class AccountsApiTests {
    private static final String ADMIN = "62e90394-69f5-4237-9190-012177145e10";

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    @Test
    void attestTheCustomerAgreement() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var customer = api.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
        var template = api.get(caller, "/v1/agreements?agreementType=*");
        assertThat(template.text("/items/0/agreementType")).isEqualTo("MicrosoftCustomerAgreement");
        var id = template.text("/items/0/templateId");
        var path = "/v1/customers/" + customer + "/agreements";
        assertThat(api.get(caller, path).json().path("totalCount").asInt()).isZero();
        var body = """
                {"templateId": "%s", "dateAgreed": "2026-02-03T00:00:00Z", "type": "MicrosoftCustomerAgreement",
                 "primaryContact": {"firstName": "Ada", "lastName": "Moss", "email": "ada@lakeside.example"}}
                """.formatted(id);
        var accepted = api.post(caller, path, body);
        assertThat(accepted.status()).as(accepted.whole().body()).isEqualTo(201);
        assertThat(accepted.text("/userId")).isNotBlank();
        assertThat(api.post(caller, path, body).status()).isEqualTo(201);
        assertThat(api.get(caller, path).text("/items/0/primaryContact/email")).isEqualTo("ada@lakeside.example");
        assertThat(api.get(caller, "/v1/customers/" + customer + "/directSignedMicrosoftCustomerAgreementStatus")
                        .json()
                        .path("isSigned")
                        .asBoolean(true))
                .isFalse();
        assertThat(api.get(caller, "/v1/agreementtemplates/" + id + "/document?language=fr-FR&country=FR")
                        .text("/displayUri"))
                .contains("/agreements/" + id);
        assertThat(code(api.post(caller, path, "{}"), 201)).isZero();
    }

    @Test
    void refuseAnOrderWithoutTheAgreement() {
        var scene = world.scene();
        var customer = api.post(scene.provider(), "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
        var order = api.post(
                scene.provider(),
                "/v1/customers/" + customer + "/orders",
                "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"%s\", \"quantity\": 1}]}"
                        .formatted(world.item(scene, "0001")));
        assertThat(code(order, 403)).isEqualTo(13605);
    }

    @Test
    void answerAddressesInTheShapeOfEachClient() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var good =
                "{\"AddressLine1\": \"4 quai de la Fosse\", \"City\": \"Nantes\", \"PostalCode\": \"44000\", \"Country\": \"FR\"}";
        var path = "/v1/validations/address";
        assertThat(api.post(caller, path, good, "MS-PartnerCenter-Client", "Partner Center Java SDK")
                        .whole()
                        .body())
                .isEqualTo("true");
        assertThat(api.post(caller, path, good).text("/status")).isEqualTo("VerifiedShippable");
        var bad = api.post(caller, path, good.replace("44000", "4400"));
        assertThat(code(bad, 400)).isEqualTo(2007);
        assertThat(bad.text("/description")).startsWith("{\"code\":60071,\"reason\":\"A postal code");
    }

    @Test
    void tellWhatACountryAsksFor() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var rules = api.get(caller, "/v1/countryvalidationrules/us");
        assertThat(rules.text("/iso2Code")).isEqualTo("US");
        assertThat(rules.json().path("isStateRequired").asBoolean()).isTrue();
        assertThat(rules.json().path("supportedStatesList").toString()).contains("\"WA\"");
        assertThat(rules.text("/countryCallingCodes/value/0")).isEqualTo("1");
        assertThat(code(api.get(caller, "/v1/countryvalidationrules/xx"), 404)).isEqualTo(1000);
    }

    @Test
    void showAndChangeTheOwnProfiles() {
        var caller = api.provider(true, Role.GLOBAL_ADMIN);
        var organization = api.get(caller, "/v1/profiles/organization");
        assertThat(organization.text("/defaultAddress/country")).isEqualTo("FR");
        assertThat(organization.text("/culture")).isEqualTo("en-FR");
        var moved = api.send(
                caller,
                "PUT",
                "/v1/profiles/organization",
                organization.whole().body().replace("Nantes", "Rezé"));
        assertThat(moved.text("/defaultAddress/city")).as(moved.whole().body()).isEqualTo("Rezé");
        var stale = api.send(
                caller,
                "PUT",
                "/v1/profiles/legalbusiness",
                organization.whole().body());
        assertThat(code(stale, 400)).isEqualTo(2055);
        assertThat(api.get(caller, "/v1/profiles/legalbusiness").text("/vettingStatus"))
                .isEqualTo("authorized");
        assertThat(api.get(caller, "/v1/profiles/billing").text("/billingCurrency"))
                .isEqualTo("EUR");
        for (var bad : new String[] {
            "{\"email\": \"nobody\"}", "{\"telephone\": \"call us\"}", "{\"website\": \"javascript:alert(1)\"}"
        }) {
            assertThat(code(api.send(caller, "PUT", "/v1/profiles/support", bad), 400))
                    .as(bad)
                    .isEqualTo(3000);
        }
        for (var path : new String[] {"/v1/profiles/support", "/v1/profiles/supportprofile"}) {
            var support = api.send(
                    caller,
                    "PUT",
                    path,
                    "{\"Email\": \"help@test.example\", \"Telephone\": \"+33240000000\", \"Website\": \"www.test.example\"}");
            assertThat(support.text("/website")).isEqualTo("https://www.test.example");
            assertThat(support.text("/email")).as(support.whole().body()).isEqualTo("help@test.example");
        }
        assertThat(code(api.get(caller, "/v1/profiles/mpn?mpnId=42"), 404)).isEqualTo(3000);
        var scene = world.scene();
        assertThat(api.get(scene.provider(), "/v1/profiles/mpn?mpnId=" + scene.partnerId())
                        .text("/mpnId"))
                .isEqualTo(scene.partnerId());
    }

    @Test
    void tellWhetherAResellerHasSigned() {
        var scene = world.scene();
        var path = "/v1/compliance/csp/agreementstatus";
        assertThat(api.get(scene.provider(), path + "?mpnId=" + scene.partnerId())
                        .json()
                        .path("isAgreementSigned")
                        .asBoolean())
                .isTrue();
        assertThat(api.get(scene.provider(), path + "?tenantId=" + scene.reseller())
                        .status())
                .isEqualTo(200);
        assertThat(code(api.get(scene.provider(), path), 400)).isEqualTo(2001);
        assertThat(code(api.get(scene.provider(), path + "?mpnId=abc"), 400)).isEqualTo(2000);
        assertThat(code(api.get(scene.provider(), path + "?mpnId=7"), 400)).isEqualTo(2204);
    }

    @Test
    void showTheResellersOfACustomerAndALinkForNewOnes() {
        var scene = world.scene();
        var answer = api.get(scene.provider(), scene.customerPath("/relationships"));
        assertThat(answer.text("/items/0/id")).isEqualTo(scene.reseller().toString());
        assertThat(answer.text("/items/0/mpnId")).isEqualTo(scene.partnerId());
        var link = api.get(scene.provider(), "/v1/customers/relationshiprequests");
        assertThat(link.text("/url")).as(link.whole().body()).contains("/invitations/");
        assertThat(api.get(scene.provider(), "/v1/customers/relationshiprequests")
                        .text("/url"))
                .isEqualTo(link.text("/url"));
    }

    @Test
    void giveAndTakeTheRoleOfACustomersUser() {
        var scene = world.scene();
        var roles = scene.customerPath("/directoryroles");
        assertThat(api.get(scene.provider(), roles).text("/items/0/id")).isEqualTo(ADMIN);
        var user = addUser(scene);
        var members = roles + "/" + ADMIN + "/usermembers";
        assertThat(count(scene, members)).isEqualTo(1);
        var added = api.post(
                scene.provider(),
                members,
                "{\"id\": \"%s\", \"displayName\": \"Tim\", \"DisplayName\": \"Tim\", \"userPrincipalName\": \"x\"}"
                        .formatted(user));
        assertThat(added.status()).as(added.whole().body()).isEqualTo(201);
        assertThat(count(scene, members)).isEqualTo(2);
        assertThat(count(scene, scene.customerPath("/users/" + user + "/directoryroles")))
                .isEqualTo(1);
        assertThat(api.send(scene.provider(), "DELETE", members + "/" + user, null)
                        .status())
                .isEqualTo(204);
        assertThat(count(scene, members)).isEqualTo(1);
    }

    private String addUser(CommerceWorld.Scene scene) {
        var domain = api.get(scene.provider(), scene.customerPath("/profiles/company"))
                .text("/domain");
        return api.post(
                        scene.provider(),
                        scene.customerPath("/users"),
                        "{\"userPrincipalName\": \"tim@%s\", \"displayName\": \"Tim Reed\", \"firstName\": \"Tim\", \"lastName\": \"Reed\"}"
                                .formatted(domain))
                .text("/id");
    }

    private int count(CommerceWorld.Scene scene, String path) {
        var answer = api.get(scene.provider(), path);
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.json().path("totalCount").asInt();
    }

    @Test
    void giveAndTakeLicensesUntilNoneAreLeft() {
        var scene = world.scene();
        assertThat(world.order(scene, "0001", 1, "").status()).isEqualTo(201);
        var sku = api.get(scene.provider(), scene.customerPath("/subscribedskus"));
        assertThat(sku.json().at("/items/0/availableUnits").asInt()).isEqualTo(1);
        assertThat(count(scene, scene.customerPath("/subscribedskus?null=group2")))
                .isZero();
        var id = sku.text("/items/0/productSku/id");
        var user = scene.customerPath("/users/" + addUser(scene));
        var assign =
                "{\"licensesToAssign\": [{\"skuId\": \"%1$s\", \"SkuId\": \"%1$s\"}], \"LicensesToAssign\": [{\"skuId\": \"%1$s\"}], \"licensesToRemove\": null}"
                        .formatted(id);
        assertThat(api.post(scene.provider(), user + "/licenseupdates", assign).status())
                .isEqualTo(201);
        assertThat(api.get(scene.provider(), user + "/licenses").text("/items/0/productSku/id"))
                .isEqualTo(id);
        var admin = api.get(scene.provider(), scene.customerPath("/users")).text("/items/0/id");
        assertThat(code(
                        api.post(scene.provider(), scene.customerPath("/users/" + admin + "/licenseupdates"), assign),
                        400))
                .isEqualTo(60012);
        assertThat(api.post(scene.provider(), user + "/licenseupdates", "{\"licensesToRemove\": [\"" + id + "\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(count(scene, user + "/licenses")).isZero();
    }

    @Test
    void readTheLogWithEveryClientsDates() {
        var scene = world.scene();
        world.order(scene, "0001", 1, "");
        var log = api.get(scene.provider(), "/v1/auditrecords?size=5");
        assertThat(log.json().toString()).contains("\"create_order\"").contains("\"succeeded\"");
        var year = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
        var javaDate = "%d-%d-%d".formatted(year.getYear(), year.getMonthValue(), year.getDayOfYear());
        for (var start : new String[] {
            javaDate,
            year.toString(),
            "%02d/%02d/%d 00:00:00".formatted(year.getMonthValue(), year.getDayOfMonth(), year.getYear())
        }) {
            var answer = api.get(scene.provider(), "/v1/auditrecords?startDate=" + URLEncoder.encode(start, UTF_8));
            assertThat(answer.status()).as(start).isEqualTo(200);
            assertThat(answer.json().path("totalCount").asInt()).as(start).isPositive();
        }
        assertThat(code(api.get(scene.provider(), "/v1/auditrecords?startDate=2020-01-01"), 400))
                .isEqualTo(800002);
    }

    @Test
    void countResellersAndSubscriptions() {
        var scene = world.scene();
        world.order(scene, "0001", 7, ", \"partnerIdOnRecord\": \"" + scene.partnerId() + "\"");
        var path = "/partner/v1/analytics";
        var resellers = api.get(scene.provider(), path + "/indirectresellers");
        assertThat(resellers.text("/value/0/id")).as(resellers.whole().body()).isEqualTo(scene.partnerId());
        assertThat(resellers.json().at("/value/0/licenseCount").asDouble()).isEqualTo(7.0);
        assertThat(resellers.text("/value/0/latestSubscriptionSuspendedDate")).isEqualTo("0001-01-01T00:00:00");
        var filter = URLEncoder.encode("market eq 'FR' and licenseCount gt 6", UTF_8);
        assertThat(api.get(scene.provider(), path + "/indirectresellers?filter=" + filter)
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        var grouped = api.get(scene.provider(), path + "/subscriptions?groupBy=status&orderby=status%20desc");
        assertThat(grouped.text("/value/0/subscriptionCount")).isEqualTo("1");
        assertThat(grouped.text("/value/0/licenseCount")).isEqualTo("7");
        for (var query : new String[] {
            "filter=status",
            "filter=state%20eq%20'ACTIVE'",
            "filter=status%20is%20'ACTIVE'",
            "groupby=state",
            "orderby=state",
            "orderby=status%20down",
            "top=-1",
            "skip=many"
        }) {
            assertThat(code(api.get(scene.provider(), path + "/subscriptions?" + query), 400))
                    .as(query)
                    .isEqualTo(800002);
        }
        assertThat(code(api.get(scene.provider(), path + "/subscriptions?aggregationLevel=year"), 400))
                .isEqualTo(900126);
        assertThat(api.get(scene.provider(), path + "/subscriptions?filter=churnrisk%20eq%20'HIGH'")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(world.scene().provider(), path + "/subscriptions")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void goOnWithAnalyticsWhereThePageEnds() {
        var scene = world.scene();
        var path = "/partner/v1/analytics/subscriptions";
        world.order(scene, "0001", 1, "");
        world.order(scene, "0001", 2, "");
        var first = api.get(scene.provider(), path + "?top=1&skip=0&orderby=licenseCount");
        assertThat(first.json().path("totalCount").asInt()).isEqualTo(2);
        var next = api.get(scene.provider(), first.text("/@nextLink"));
        assertThat(next.json().at("/value/0/licenseCount").asInt()).isEqualTo(2);
        assertThat(next.json().has("@nextLink")).isFalse();
    }

    @Test
    void showTheQualificationOfACustomer() {
        var scene = world.scene();
        assertThat(api.get(scene.provider(), scene.customerPath("/qualification"))
                        .whole()
                        .body())
                .isEqualTo("\"none\"");
        assertThat(api.get(scene.provider(), scene.customerPath("/qualifications"))
                        .whole()
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void answerWhatIsNotServedWithItsCode() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        assertThat(code(api.get(caller, "/v1/ratecards/azure"), 400)).isEqualTo(800042);
        assertThat(code(api.get(caller, "/v1/nothing/of/the/kind"), 404)).isEqualTo(1000);
        assertThat(api.get(caller, "/v1/invoices").json().path("totalCount").asInt())
                .isZero();
        assertThat(code(api.get(caller, "/v1/invoices/G1"), 404)).isEqualTo(1000);
        assertThat(api.get(caller, "/v1/invoices/summary").text("/currencyCode"))
                .isEqualTo("EUR");
    }

    @Test
    void knowNoServiceIncidents() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var incidents = api.get(caller, "/v1/serviceincidents/office");
        assertThat(incidents.status()).isEqualTo(200);
        assertThat(incidents.json().path("totalCount").asInt(-1)).isZero();
        assertThat(incidents.text("/links/self/uri")).isEqualTo("/serviceincidents/office");
        assertThat(code(api.get(caller, "/v1/customers/" + UUID.randomUUID() + "/deviceBatches"), 400))
                .isEqualTo(800042);
    }
}
