package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import io.palier.identity.Viewers;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequests;
import io.palier.support.SupportWorld;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Service requests (accounts contract 7.3). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class ServiceRequestsApiTests {
    private static final String NONE = "0001-01-01T00:00:00";

    /** As the .NET SDK writes one: every field, nulls where nothing is supplied. */
    private static final String DOTNET = """
            {"Title": "Mail delayed", "Description": "For an hour now.", "Severity": "Critical", "SupportTopicId": "71000301",
             "SupportTopicName": null, "Id": null, "Status": "none", "Organization": null, "PrimaryContact": null,
             "LastUpdatedBy": null, "ProductName": null, "ProductId": null, "CreatedDate": "0001-01-01T00:00:00",
             "LastModifiedDate": "0001-01-01T00:00:00", "LastClosedDate": "0001-01-01T00:00:00", "FileLinks": null,
             "NewNote": null, "Notes": null, "CountryCode": null, "Links": null,
             "Attributes": {"Etag": null, "ObjectType": "ServiceRequest"}}""";

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Organizations organizations;

    @Autowired
    ServiceRequests requests;

    @Autowired
    Viewers viewers;

    @BeforeEach
    void operator() {
        SupportWorld.operator(organizations);
    }

    private ApiWorld.Answer opened(ApiWorld.Caller caller, String path, String body) {
        var answer = api.post(caller, path, body);
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(201);
        return answer;
    }

    /** A reseller that looks after the customer, with delegated administration, and may call. */
    private ApiWorld.Caller helper(CommerceWorld.Scene scene) {
        return api.as(api.people().in(scene.reseller(), Role.GLOBAL_ADMIN));
    }

    @Test
    void openReadAndListInEveryClientsWay() {
        var scene = world.scene();
        var java = opened(scene.provider(), "/v1//servicerequests/en-US/", """
                        {"title": "Mail delayed", "description": "For an hour now.", "severity": "critical",
                         "supportTopicId": 71000301, "newNote": null}""");
        assertThat(java.text("/id")).matches("[0-9]{15}");
        assertThat(java.text("/title")).isEqualTo("Mail delayed");
        assertThat(java.text("/severity")).isEqualTo("critical");
        assertThat(java.text("/status")).isEqualTo("open");
        assertThat(java.text("/supportTopicId")).isEqualTo("71000301");
        assertThat(java.text("/supportTopicName")).isEqualTo("A service does not work");
        assertThat(java.text("/organization/id"))
                .isEqualTo(scene.provider().organization().toString());
        assertThat(java.text("/primaryContact/firstName")).isEqualTo("Test application");
        assertThat(java.text("/lastUpdatedBy/organization/id"))
                .isEqualTo(scene.provider().organization().toString());
        assertThat(java.text("/createdDate")).endsWith("Z");
        assertThat(java.text("/lastClosedDate")).isEqualTo(NONE);
        assertThat(java.json().path("notes").isArray()).isTrue();
        assertThat(java.text("/attributes/objectType")).isEqualTo("ServiceRequest");
        assertThat(java.text("/links/self/uri")).isEqualTo("/servicerequests/" + java.text("/id"));
        var dotnet = opened(scene.provider(), "/v1/ServiceRequests/fr-FR", DOTNET);
        assertThat(dotnet.text("/severity")).isEqualTo("critical");
        var byNumber = opened(
                scene.provider(),
                "/v1/servicerequests/de-DE",
                "{\"title\": \"T\", \"description\": \"D\", \"severity\": 2, \"supportTopicId\": \"71000901\"}");
        assertThat(byNumber.text("/severity")).as("the contract's order").isEqualTo("moderate");
        var list = api.get(scene.provider(), "/v1//servicerequests?size=0");
        assertThat(list.json().path("totalCount").asInt()).isEqualTo(3);
        assertThat(list.json().at("/items/0").has("notes")).isFalse();
        assertThat(list.text("/items/0/id")).isEqualTo(byNumber.text("/id"));
        var read = api.get(scene.provider(), "/v1/servicerequests/" + java.text("/id") + "/");
        assertThat(read.text("/description")).isEqualTo("For an hour now.");
    }

    @Test
    void pageByOffsetAndFilterByStatus() {
        var scene = world.scene();
        for (int i = 0; i < 3; i++) {
            opened(scene.provider(), "/v1/servicerequests/en-US", DOTNET.replace("Mail delayed", "Number " + i));
        }
        var closed = api.get(scene.provider(), "/v1/servicerequests").text("/items/0/id");
        assertThat(api.send(scene.provider(), "PATCH", "/v1/servicerequests/" + closed, "{\"status\": \"Closed\"}")
                        .status())
                .isEqualTo(200);
        var first = api.get(scene.provider(), "/v1/servicerequests?size=2&offset=0");
        assertThat(first.json().path("totalCount").asInt()).isEqualTo(2);
        var next = first.text("/links/next/uri");
        assertThat(next).isEqualTo("/servicerequests?size=2&offset=2");
        var second = api.get(scene.provider(), "/v1/" + next);
        assertThat(second.text("/items/0/title")).isEqualTo("Number 0");
        assertThat(second.json().path("links").has("next")).isFalse();
        for (var filter : new String[] {
            "{\"Field\":\"Status\",\"Value\":\"closed\",\"Operator\":\"equals\"}",
            "{\"value\":\"Closed\",\"field\":\"status\",\"fieldType\":\"String\",\"operator\":\"Equals\"}"
        }) {
            var answer = api.get(scene.provider(), "/v1/servicerequests?size=1000&filter=" + encoded(filter));
            assertThat(answer.json().path("totalCount").asInt()).as(filter).isEqualTo(1);
            assertThat(answer.text("/items/0/id")).isEqualTo(closed);
        }
        var open = encoded("{\"Field\":\"Status\",\"Value\":\"Open\",\"Operator\":\"equals\"}");
        var narrowed = api.get(scene.provider(), "/v1/servicerequests?size=1&filter=" + open);
        var onward = narrowed.text("/links/next/uri");
        assertThat(onward).doesNotContain("{").doesNotContain("\"");
        assertThat(api.get(scene.provider(), "/v1" + onward).text("/items/0/title"))
                .isEqualTo("Number 0");
        assertThat(code(api.get(
                        scene.provider(),
                        "/v1/servicerequests?filter="
                                + encoded("{\"Field\":\"Status\",\"Value\":\"lost\",\"Operator\":\"equals\"}"))))
                .isEqualTo(900126);
        assertThat(code(api.get(
                        scene.provider(),
                        "/v1/servicerequests?filter="
                                + encoded("{\"Field\":\"Title\",\"Value\":\"a\",\"Operator\":\"equals\"}"))))
                .isEqualTo(800042);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int code(ApiWorld.Answer answer) {
        return answer.json().path("code").asInt();
    }

    @Test
    void listTheTopicsInBothLanguages() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var english = api.get(caller, "/v1/servicerequests/supporttopics/");
        assertThat(english.json().path("totalCount").asInt()).isGreaterThan(5);
        english.json().path("items").forEach(topic -> {
            assertThat(topic.path("id").asString()).matches("[0-9]{1,9}");
            assertThat(topic.path("name").asString()).isNotBlank();
            assertThat(topic.path("description").asString()).isNotBlank();
        });
        assertThat(english.text("/items/0/name")).isEqualTo("Sign-in");
        assertThat(api.get(caller, "/v1/servicerequests/SupportTopics", "X-Locale", "fr-FR")
                        .text("/items/0/name"))
                .isEqualTo("Connexion");
    }

    @Test
    void writeToOneAndCloseIt() {
        var scene = world.scene();
        var helper = helper(scene);
        var path = scene.customerPath("/servicerequests");
        var id = opened(helper, path, DOTNET).text("/id");
        var own = "/v1/servicerequests/" + id;
        var waiting = api.send(
                scene.provider(),
                "PATCH",
                path + "/" + id,
                "{\"newNote\": {\"text\": \"Which mailbox?\"}, \"status\": \"attention_needed\"}");
        assertThat(waiting.text("/status")).as(waiting.whole().body()).isEqualTo("attention_needed");
        assertThat(waiting.text("/notes/0/text")).isEqualTo("Which mailbox?");
        assertThat(waiting.text("/notes/0/createdByName")).isNotBlank();
        var answered = api.send(
                helper,
                "PATCH",
                own + "/",
                DOTNET.replace(
                                "\"NewNote\": null",
                                "\"NewNote\": {\"Text\": \"All of them.\", \"CreatedByName\": null,"
                                        + " \"CreatedDate\": \"0001-01-01T00:00:00\"}")
                        .replace("\"Severity\": \"Critical\"", "\"Severity\": \"unknown\""));
        assertThat(answered.text("/status")).as(answered.whole().body()).isEqualTo("open");
        assertThat(answered.json().path("notes").size()).isEqualTo(2);
        var closed = api.send(helper, "PATCH", own, "{\"status\": \"closed\"}");
        assertThat(closed.text("/status")).isEqualTo("closed");
        assertThat(closed.text("/lastClosedDate")).endsWith("Z").isNotEqualTo(NONE);
        var reopened = api.send(scene.provider(), "PATCH", own, "{\"newNote\": {\"text\": \"Not yet.\"}}");
        assertThat(reopened.text("/status")).isEqualTo("open");
        assertThat(code(api.send(helper, "PATCH", own, "{\"status\": \"attention_needed\"}")))
                .isEqualTo(Fault.Code.CONFLICT.number());
        assertThat(code(api.send(helper, "PATCH", own, "{\"severity\": \"minimal\"}")))
                .isEqualTo(800042);
        assertThat(code(api.send(helper, "PATCH", own, "{\"status\": \"closed\"}", "If-Match", "\"old\"")))
                .isEqualTo(2055);
        assertThat(code(api.send(helper, "PATCH", own, "{\"status\": \"gone\"}")))
                .isEqualTo(900126);
        var unchanged = api.send(helper, "PATCH", own, "{}");
        assertThat(unchanged.text("/attributes/etag")).isEqualTo(reopened.text("/attributes/etag"));
        var seen = requests.get(
                viewers.find(api.people().in(scene.reseller(), Role.ADMIN_AGENT).membership())
                        .orElseThrow(),
                id);
        assertThat(seen.status()).as("the portal shows the same").isEqualTo(RequestStatus.OPEN);
    }

    @Test
    void askAboutACustomerByItsPathOrByItsId() {
        var scene = world.scene();
        var byPath = opened(
                scene.provider(),
                scene.customerPath("//servicerequests/"),
                DOTNET.replace(
                        "\"PrimaryContact\": null",
                        "\"PrimaryContact\": {\"FirstName\": \"Ada\", \"LastName\": \"Morel\","
                                + " \"Email\": \"ada@lakeside.example\", \"PhoneNumber\": \"+33123456789\", \"Organization\": null}"));
        assertThat(byPath.text("/organization/id")).isEqualTo(scene.customer());
        assertThat(byPath.text("/primaryContact/email")).isEqualTo("ada@lakeside.example");
        assertThat(byPath.text("/primaryContact/organization/id"))
                .isEqualTo(scene.provider().organization().toString());
        var byId = opened(
                scene.provider(),
                "/v1/servicerequests/en-US",
                DOTNET.replace("\"Organization\": null", "\"Organization\": {\"Id\": \"" + scene.customer() + "\"}"));
        assertThat(byId.text("/organization/id")).isEqualTo(scene.customer());
        opened(scene.provider(), "/v1/servicerequests/en-US", DOTNET);
        var list = api.get(scene.provider(), scene.customerPath("/servicerequests?size=100&offset=0"));
        assertThat(list.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(api.get(scene.provider(), "/v1/servicerequests")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.get(scene.provider(), scene.customerPath("/servicerequests/" + byId.text("/id")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuseWhatIsMissing() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        for (var wrong : new String[] {
            DOTNET.replace("\"Mail delayed\"", "null"),
            DOTNET.replace("\"For an hour now.\"", "\"\""),
            DOTNET.replace("\"Critical\"", "\"unknown\""),
            DOTNET.replace("\"71000301\"", "\"1\""),
            DOTNET.replace("\"71000301\"", "null"),
            DOTNET.replace("\"PrimaryContact\": null", "\"PrimaryContact\": {\"Email\": \"nobody\"}")
        }) {
            var answer = api.post(caller, "/v1/servicerequests/en-US", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(code(answer)).as(wrong).isEqualTo(3000);
        }
        assertThat(code(api.post(caller, "/v1/servicerequests/en-US", DOTNET.replace("Critical", "urgent"))))
                .isEqualTo(900126);
    }

    @Test
    void answerOthersAsIfThereWereNothing() {
        var scene = world.scene();
        var id = opened(scene.provider(), scene.customerPath("/servicerequests"), DOTNET)
                .text("/id");
        var strangers = new ApiWorld.Caller[] {
            world.scene().provider(),
            api.as(api.people().of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN)),
            helper(scene)
        };
        for (var stranger : strangers) {
            for (var number :
                    new String[] {id, "123456789012345", UUID.randomUUID().toString(), "x"}) {
                var path = "/v1/servicerequests/" + number;
                assertThat(code(api.get(stranger, path))).isEqualTo(1000);
                assertThat(code(api.send(stranger, "PATCH", path, "{\"status\": \"closed\"}")))
                        .isEqualTo(1000);
            }
        }
        var foreign = "{\"Id\": \"" + world.scene().customer() + "\"}";
        assertThat(code(api.post(
                        scene.provider(),
                        "/v1/servicerequests/en-US",
                        DOTNET.replace("\"Organization\": null", "\"Organization\": " + foreign))))
                .isEqualTo(1000);
    }

    @Test
    void nameTheRightThatIsMissing() {
        var scene = world.scene();
        var id = opened(helper(scene), scene.customerPath("/servicerequests"), DOTNET)
                .text("/id");
        var admin = api.people().in(scene.reseller(), Role.GLOBAL_ADMIN);
        var sales = api.as(admin, Role.SALES_AGENT);
        assertThat(api.get(sales, "/v1/servicerequests/" + id).status()).isEqualTo(200);
        var refused = api.send(sales, "PATCH", "/v1/servicerequests/" + id, "{\"newNote\": {\"text\": \"Hi\"}}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo(900150);
        assertThat(refused.text("/description")).contains("Open and answer service requests");
        assertThat(api.post(sales, scene.customerPath("/servicerequests"), DOTNET)
                        .status())
                .isEqualTo(403);
        var appOnly = api.provider(false, Role.ADMIN_AGENT);
        assertThat(api.get(appOnly, "/v1/servicerequests").status()).isEqualTo(403);
        assertThat(api.get(appOnly, "/v1/servicerequests/supporttopics").status())
                .isEqualTo(403);
    }
}
