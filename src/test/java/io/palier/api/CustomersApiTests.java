package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Partners and customers (accounts contract 3 and 4). */
@PalierServer
@Import(ApiWorld.class)
class CustomersApiTests {
    @Autowired
    ApiWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @Test
    void listTheResellersOfAProvider() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var reseller = world.partnerOf(caller);
        var answer = world.get(caller, "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf");
        assertThat(answer.text("/items/0/id")).isEqualTo(reseller.toString());
        assertThat(answer.text("/items/0/relationshipType")).isEqualTo("is_indirect_cloud_solution_provider_of");
        assertThat(answer.text("/items/0/state")).isEqualTo("Active");
        assertThat(answer.text("/items/0/location")).isEqualTo("FR");
        assertThat(world.get(caller, "/v1/relationships?relationship_type=is_indirect_reseller_of")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void addACustomerOnBehalfOfAReseller() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var reseller = world.partnerOf(caller);
        var domain = ApiWorld.domain();
        var answer = world.post(caller, "/v1/customers", ApiWorld.customer(domain, reseller));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/userCredentials/userName")).isEqualTo("admin");
        assertThat(answer.text("/associatedPartnerId")).isEqualTo(reseller.toString());
        assertThat(answer.text("/relationshipToPartner")).isEqualTo("reseller");
        assertThat(answer.text("/companyProfile/domain")).isEqualTo(domain);
        var read = world.get(caller, "/v1/customers/" + answer.text("/id"));
        assertThat(read.json().has("userCredentials")).isFalse();
        assertThat(read.text("/billingProfile/defaultAddress/city")).isEqualTo("Nantes");
        assertThat(read.text("/billingProfile/culture")).isEqualTo("fr-FR");
        assertThat(read.json().path("allowDelegatedAccess").asBoolean()).isTrue();
    }

    @Test
    void needAUserToAddForAReseller() {
        var alone = world.provider(false, Role.ADMIN_AGENT);
        var reseller = world.partnerOf(alone);
        assertThat(world.post(alone, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), reseller))
                        .status())
                .isEqualTo(403);
        assertThat(world.post(alone, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void readBodiesInPascalCaseWithNullsAndTwice() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var body = ApiWorld.customer(ApiWorld.domain(), null)
                .replace("\"companyProfile\"", "\"CompanyProfile\"")
                .replace("\"domain\"", "\"Domain\"")
                .replace("\"billingProfile\"", "\"RelationshipToPartner\": \"None\", \"Id\": null, \"BillingProfile\"")
                .replace("\"city\"", "\"City\": \"Nantes\", \"city\"");
        assertThat(world.post(caller, "/v1/customers/", body).status()).isEqualTo(201);
    }

    @Test
    void hideTheCustomersOfOthers() {
        var owner = world.provider(true, Role.ADMIN_AGENT);
        var id = world.post(owner, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
        var stranger = world.provider(true, Role.ADMIN_AGENT);
        for (var path : new String[] {"", "/profiles/company", "/profiles/billing", "/users"}) {
            var answer = world.get(stranger, "/v1/customers/" + id + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("code").asInt()).isEqualTo(1000);
        }
    }

    @Test
    void goThroughTheListByTokens() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        for (int i = 0; i < 3; i++) {
            world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null));
        }
        var first = world.get(caller, "/v1/customers?size=2");
        assertThat(first.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(first.text("/links/next/uri")).isEqualTo("/customers?size=2&seekOperation=Next");
        var token = first.text("/links/next/headers/0/value");
        assertThat(token).isEqualTo(first.text("/continuationToken"));
        var second = world.get(caller, "/v1/customers?seekOperation=Next", "MS-ContinuationToken", token);
        assertThat(second.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(second.json().has("continuationToken")).isFalse();
    }

    @Test
    void filterByWhatNamesAndDomainsBeginWith() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        world.post(caller, "/v1/customers", ApiWorld.customer(domain, null));
        world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null));
        assertThat(found(caller, "{\"Field\":\"Domain\",\"Value\":\"" + domain + "\",\"Operator\":\"starts_with\"}"))
                .isEqualTo(1);
        assertThat(
                        found(
                                caller,
                                "{\"value\":\"BOULANGERIE\",\"field\":\"CompanyName\",\"fieldType\":\"String\",\"operator\":\"StartsWith\"}"))
                .isEqualTo(2);
        assertThat(found(caller, "{\"Field\":\"CompanyName\",\"Value\":\"angerie\",\"Operator\":\"starts_with\"}"))
                .isZero();
    }

    private int found(ApiWorld.Caller caller, String filter) {
        var answer = world.get(caller, "/v1/customers?size=0&filter=" + URLEncoder.encode(filter, UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("totalCount").asInt();
    }

    @Test
    void changeABillingProfileUnderItsTag() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
        var path = "/v1/customers/" + id + "/profiles/billing";
        var before = world.get(caller, path);
        var body = before.whole().body().replace("Nantes", "Rezé");
        var changed = world.send(caller, "PUT", path, body);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/defaultAddress/city")).isEqualTo("Rezé");
        var stale = world.send(caller, "PUT", path, body, "If-Match", "\"" + before.text("/attributes/etag") + "\"");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.json().path("code").asInt()).isEqualTo(2055);
    }

    @Test
    void tellWhichDomainsAreTaken() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        assertThat(world.send(caller, "HEAD", "/v1/domains/" + domain, null).status())
                .isEqualTo(404);
        world.post(caller, "/v1/customers", ApiWorld.customer(domain, null));
        assertThat(world.send(caller, "HEAD", "/v1/domains/" + domain, null).status())
                .isEqualTo(200);
    }

    @Test
    void tellOldScriptsWhichDomainsAreFree() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var check = "/v1/validations/checkdomainavailability/";
        var whole = ApiWorld.domain();
        var prefix = whole.substring(0, whole.indexOf('.'));
        assertThat(world.get(caller, check + whole).json().asBoolean(false)).isTrue();
        assertThat(world.get(caller, check + prefix).json().asBoolean(false)).isTrue();
        world.post(caller, "/v1/customers", ApiWorld.customer(whole, null));
        assertThat(world.get(caller, check + whole).json().asBoolean(true)).isFalse();
        assertThat(world.get(caller, check + prefix).json().asBoolean(true)).isFalse();
    }

    @Test
    void addResetDeleteAndRestoreAUser() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        var customer = world.post(caller, "/v1/customers", ApiWorld.customer(domain, null))
                .text("/id");
        var users = "/v1/customers/" + customer + "/users";
        var added = world.post(
                caller,
                users + "/",
                "{\"userPrincipalName\": \"tim@%s\", \"displayName\": \"Tim Reed\", \"firstName\": \"Tim\", \"lastName\": \"Reed\"}"
                        .formatted(domain));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/passwordProfile/password")).isNotBlank();
        var user = users + "/" + added.text("/id");
        var reset = world.send(caller, "PATCH", user + "/resetpassword", "{\"passwordProfile\": {}}");
        assertThat(reset.text("/passwordProfile/password"))
                .isNotBlank()
                .isNotEqualTo(added.text("/passwordProfile/password"));
        assertThat(world.send(caller, "DELETE", user, null).status()).isEqualTo(204);
        var deleted =
                URLEncoder.encode("{\"Field\":\"UserStatus\",\"Value\":\"Inactive\",\"Operator\":\"equals\"}", UTF_8);
        assertThat(world.get(caller, users + "?size=500&filter=" + deleted).text("/items/0/state"))
                .isEqualTo("inactive");
        assertThat(world.send(caller, "PATCH", user, "{\"State\": \"Active\"}").text("/state"))
                .isEqualTo("active");
    }

    @Test
    void removeARelationship() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
        var path = "/v1/customers/" + id;
        assertThat(world.send(caller, "PATCH", path, "{\"allowDelegatedAccess\": false}")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(800042);
        assertThat(world.send(caller, "PATCH", path, "{\"relationshipToPartner\": \"none\"}")
                        .text("/relationshipToPartner"))
                .isEqualTo("none");
        assertThat(world.get(caller, path).status()).isEqualTo(404);
    }

    @Test
    void listUsersByDisplayNameInBothDirections() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        var customer = world.post(caller, "/v1/customers", ApiWorld.customer(domain, null))
                .text("/id");
        var users = "/v1/customers/" + customer + "/users";
        for (var name : new String[] {"Bea", "Zoe", "Cy"}) {
            world.post(
                    caller,
                    users,
                    "{\"userPrincipalName\": \"%1$s@%2$s\", \"displayName\": \"%1$s\"}".formatted(name, domain));
        }
        assertThat(names(world.get(caller, users + "?size=100&sortField=DisplayName&sortDirection=Descending")))
                .startsWith("Zoe", "Cy", "Bea");
        var first = world.get(caller, users + "?size=2&sortField=DisplayName&sortDirection=ascending");
        var rest = world.get(
                caller, users + "?seekOperation=Next", "MS-ContinuationToken", first.text("/continuationToken"));
        var all = new ArrayList<>(names(first));
        all.addAll(names(rest));
        assertThat(all).hasSize(4).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(world.get(caller, users + "?sortField=UsageLocation")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(800042);
    }

    private static List<String> names(ApiWorld.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(user -> user.path("displayName").asString(""))
                .toList();
    }

    @Test
    void takeThePasswordThatAProgramChose() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        var customer = world.post(caller, "/v1/customers", ApiWorld.customer(domain, null))
                .text("/id");
        var users = "/v1/customers/" + customer + "/users";
        var body =
                "{\"userPrincipalName\": \"tim@%s\", \"displayName\": \"Tim\", \"passwordProfile\": {\"password\": \"%s\", \"forceChangePassword\": false}}";
        assertThat(world.post(caller, users, body.formatted(domain, "short")).status())
                .isEqualTo(400);
        var added = world.post(caller, users, body.formatted(domain, "Password!1"));
        assertThat(hash("tim@" + domain)).matches(hash -> encoder.matches("Password!1", hash));
        assertThat(isTemporary("tim@" + domain)).isTrue();
        world.send(
                caller,
                "PATCH",
                users + "/" + added.text("/id") + "/resetpassword",
                "{\"passwordProfile\": {\"password\": \"Another!2\", \"forceChangePassword\": true}}");
        assertThat(hash("tim@" + domain)).matches(hash -> encoder.matches("Another!2", hash));
    }

    private String hash(String name) {
        return jdbc.sql("select password_hash from account where sign_in_name = :name::citext")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private boolean isTemporary(String name) {
        return jdbc.sql("select password_temporary from account where sign_in_name = :name::citext")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Test
    void changeNothingOfAUserWhenOneThingIsRefused() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var domain = ApiWorld.domain();
        var customer = world.post(caller, "/v1/customers", ApiWorld.customer(domain, null))
                .text("/id");
        var users = "/v1/customers/" + customer + "/users";
        var user = users + "/" + world.get(caller, users).text("/items/0/id");
        var before = world.get(caller, user);
        var refused = world.send(
                caller,
                "PATCH",
                user,
                "{\"displayName\": \"Other\", \"userPrincipalName\": \"other@elsewhere.example\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(world.get(caller, user).json()).isEqualTo(before.json());
    }

    @Test
    void refuseACustomerOfAnotherRegionByItsCode() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var body = ApiWorld.customer(ApiWorld.domain(), null)
                .replace("\"country\": \"FR\"", "\"country\": \"US\", \"state\": \"WA\"")
                .replace("44000", "98052");
        var refused = world.post(caller, "/v1/customers", body);
        assertThat(refused.status()).as(refused.whole().body()).isEqualTo(403);
        assertThat(refused.json().path("code").asInt()).isEqualTo(2030);
    }
}
