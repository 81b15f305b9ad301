package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** License insights (commerce contract 6.1). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class LicenseInsightsApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private ApiWorld.Answer read(CommerceWorld.Scene scene, String path) {
        var answer = api.get(scene.provider(), path);
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        assertThat(answer.text("/attributes/objectType")).isEqualTo("Collection");
        return answer;
    }

    private void giveOne(CommerceWorld.Scene scene, String subscription) {
        var user = api.get(scene.provider(), scene.customerPath("/users")).text("/items/0/id");
        var given = api.post(
                scene.provider(),
                scene.customerPath("/users/" + user + "/licenseupdates"),
                "{\"licensesToAssign\": [{\"skuId\": \"" + subscription + "\"}]}");
        assertThat(given.status()).as(given.whole().body()).isEqualTo(201);
    }

    @Test
    void countWhatIsSoldAndWhatUsersHave() {
        var scene = world.scene();
        var subscription = world.order(scene, "0001", 2, "").text("/lineItems/0/subscriptionId");
        world.order(scene, "0001", 1, "");
        world.order(scene, "0004", 1, "");
        giveOne(scene, subscription);
        var partner = read(scene, "/v1//analytics/licenses/deployment/");
        assertThat(partner.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(partner.json().at("/items/0/licensesSold").asInt()).isEqualTo(3);
        assertThat(partner.json().at("/items/0/proratedDeploymentPercent").toString())
                .isEqualTo("33");
        assertThat(partner.text("/items/0/channel")).isEqualTo("reseller");
        var customer = read(scene, scene.customerPath("/analytics/licenses/deployment"));
        assertThat(customer.text("/items/0/customerId")).isEqualTo(scene.customer());
        assertThat(customer.text("/items/0/customerName")).isEqualTo("Northwind Traders");
        assertThat(customer.text("/items/0/productName")).isEqualTo("Harbor Basic");
        assertThat(customer.text("/items/0/serviceCode")).isEqualTo(scene.product() + ":0001");
        assertThat(customer.json().at("/items/0/licensesDeployed").asInt()).isEqualTo(1);
        assertThat(customer.json().at("/items/0/deploymentPercent").toString()).isEqualTo("33");
    }

    @Test
    void countNothingOfOthers() {
        var scene = world.scene();
        world.order(scene, "0001", 2, "");
        var other = world.scene();
        assertThat(read(other, "/v1/analytics/licenses/deployment")
                        .json()
                        .path("totalCount")
                        .asInt(-1))
                .isZero();
        assertThat(api.get(other.provider(), scene.customerPath("/analytics/licenses/deployment"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void measureNoUsage() {
        var scene = world.scene();
        for (var path :
                new String[] {"/v1/analytics/licenses/usage", scene.customerPath("/analytics/licenses/usage")}) {
            assertThat(read(scene, path).json().path("totalCount").asInt(-1)).isZero();
        }
    }

    @Test
    void askForAUserAndForTheRight() {
        var scene = world.scene();
        var path = scene.customerPath("/analytics/licenses/deployment");
        assertThat(api.get(api.besides(scene.provider(), false, Role.ADMIN_AGENT), path)
                        .status())
                .isEqualTo(403);
        var sales = api.get(api.besides(scene.provider(), true, Role.SALES_AGENT), path);
        assertThat(sales.status()).isEqualTo(403);
        assertThat(sales.text("/description")).contains("analytics");
    }
}
