package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Special qualifications (accounts contract 4). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class QualificationApiTests {
    private static final String CLIENT = "MS-PartnerCenter-Client";

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private ApiWorld.Answer put(CommerceWorld.Scene scene, String query, String body, String... headers) {
        return api.send(scene.provider(), "PUT", scene.customerPath("/qualification" + query), body, headers);
    }

    private static String text(ApiWorld.Answer answer) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.json().asString();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"education\"', education",
        "'\"Education\"', education",
        "1, education",
        "2, nonprofit",
        "'\"NonProfit\"', nonprofit",
        "0, none"
    })
    void takeAWordOrItsNumber(String body, String word) {
        var scene = world.scene();
        assertThat(text(put(scene, "", body))).isEqualTo(word);
        assertThat(text(api.get(scene.provider(), scene.customerPath("//qualification/"))))
                .isEqualTo(word);
    }

    @Test
    void letOffersFollow() {
        var scene = world.scene();
        var school = world.product("Education");
        var offers = scene.customerPath("/products?targetView=OnlineServices");
        assertThat(api.get(scene.provider(), offers).whole().body())
                .contains(scene.product())
                .doesNotContain(school);
        assertThat(text(put(scene, "", "\"education\""))).isEqualTo("education");
        assertThat(api.get(scene.provider(), offers).whole().body())
                .contains(school)
                .doesNotContain(scene.product());
        assertThat(world.order(scene, "0001", 1, "").status()).isEqualTo(400);
        var pupil = new CommerceWorld.Scene(
                scene.provider(), scene.reseller(), scene.partnerId(), scene.customer(), school);
        assertThat(world.order(pupil, "0001", 1, "").status()).isEqualTo(201);
    }

    @Test
    void tellEveryClientAWordItKnows() {
        var scene = world.scene();
        assertThat(put(scene, "", "\"governmentcommunitycloud\"")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(3000);
        assertThat(text(put(scene, "?code=V1", "\"GovernmentCommunityCloud\""))).isEqualTo("governmentcommunitycloud");
        var path = scene.customerPath("/qualification");
        assertThat(text(api.get(scene.provider(), path, CLIENT, "Partner Center Java SDK")))
                .isEqualTo("none");
        assertThat(text(api.get(scene.provider(), path, CLIENT, "Partner Center Open .NET SDK")))
                .isEqualTo("none");
        assertThat(text(api.get(scene.provider(), path, CLIENT, "Partner Center .NET SDK")))
                .isEqualTo("government_community_cloud");
    }

    @Test
    void addQualificationsAsTheDotNetClientDoes() {
        var scene = world.scene();
        var path = scene.customerPath("/qualifications");
        var added = api.post(scene.provider(), path, """
                {"Qualification": "education", "EducationSegment": "HigherEducation", "ValidationCode": null,
                 "Website": "https://school.example", "VettingStatus": null, "Attributes": null}""");
        assertThat(added.status()).as(added.whole().body()).isEqualTo(201);
        assertThat(added.text("/vettingStatus")).isEqualTo("Approved");
        assertThat(added.text("/educationSegment")).isEqualTo("higher_education");
        assertThat(api.get(scene.provider(), path).text("/0/qualification")).isEqualTo("education");
        assertThat(api.get(scene.provider(), path).json().size()).isEqualTo(1);
        for (var wrong : new String[] {
            "{}",
            "{\"qualification\": \"none\"}",
            "{\"qualification\": \"StateOwnedEntity\"}",
            "{\"qualification\": \"Royalty\"}",
            "{\"qualification\": \"nonprofit\", \"educationSegment\": \"K12\"}"
        }) {
            assertThat(api.post(scene.provider(), path, wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void writeItIntoTheLogAndNameTheMissingRight() {
        var scene = world.scene();
        put(scene, "", "\"education\"");
        assertThat(api.get(scene.provider(), "/v1/auditrecords?size=5").whole().body())
                .contains("update_customer_qualification");
        var helper = api.besides(scene.provider(), true, Role.HELPDESK_AGENT);
        var refused = api.send(helper, "PUT", scene.customerPath("/qualification"), "\"none\"");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/description")).contains("special qualification");
        var unattended = api.besides(scene.provider(), false, Role.ADMIN_AGENT);
        assertThat(api.send(unattended, "PUT", scene.customerPath("/qualification"), "\"none\"")
                        .status())
                .isEqualTo(403);
    }
}
