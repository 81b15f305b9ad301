package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The catalog in both shapes (commerce contract 1.1 and 1.2). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class CatalogApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Test
    void walkFromProductsToAvailabilities() {
        var scene = world.scene();
        var products = api.get(scene.provider(), "/v1/products?country=fr&targetView=OnlineServices");
        assertThat(products.json().toString()).contains("\"" + scene.product() + "\"");
        var path = "/v1/products/" + scene.product();
        var product = api.get(scene.provider(), path + "?country=FR");
        assertThat(product.text("/title")).isEqualTo("Harbor");
        assertThat(product.text("/productType/id")).isNotBlank();
        assertThat(product.text("/links/skus/uri")).isEqualTo("/products/" + scene.product() + "/skus?country=FR");
        var skus = api.get(scene.provider(), path + "/skus?country=FR");
        assertThat(skus.json().path("totalCount").asInt()).isEqualTo(4);
        var sku = api.get(scene.provider(), path + "/skus/1?country=FR");
        assertThat(sku.text("/id")).isEqualTo("0001");
        assertThat(sku.json().path("maximumQuantity").asInt()).isEqualTo(300);
        assertThat(sku.json().path("supportedBillingCycles").toString()).isEqualTo("[\"monthly\",\"annual\"]");
        var availabilities =
                api.get(scene.provider(), path + "/skus/0001/availabilities?country=FR&targetSegment=commercial");
        assertThat(availabilities.json().path("totalCount").asInt()).isEqualTo(2);
        var id = availabilities.text("/items/0/id");
        assertThat(availabilities.text("/items/0/catalogItemId")).isEqualTo(scene.product() + ":0001:" + id);
        var one = api.get(scene.provider(), path + "/skus/0001/availabilities/" + id + "?country=FR");
        assertThat(one.text("/defaultCurrency/code")).isEqualTo("EUR");
        assertThat(one.text("/terms/0/duration")).isEqualTo("P1Y");
        assertThat(one.text("/terms/0/cancellationPolicies/0/refundOptions/0/expiresAfter"))
                .isEqualTo("P7D");
    }

    @Test
    void nameWhatIsMissing() {
        var scene = world.scene();
        assertThat(code(scene, "/v1/products/NOTHING?country=FR", 404)).isEqualTo(400013);
        var path = "/v1/products/" + scene.product();
        assertThat(code(scene, path + "?country=US", 404)).isEqualTo(400013);
        assertThat(code(scene, path + "/skus/0099?country=FR", 404)).isEqualTo(400018);
        assertThat(code(scene, path + "/skus/0001/availabilities/0123456789AB?country=FR", 404))
                .isEqualTo(400019);
        assertThat(code(scene, path + "/skus?country=FR&targetSegment=martian", 403))
                .isEqualTo(400030);
        assertThat(code(scene, "/v1/products?country=FR&targetView=Moon", 403)).isEqualTo(400036);
        assertThat(code(scene, "/v1/products", 400)).isEqualTo(800002);
        assertThat(code(scene, "/v1/offers/nothing?country=FR", 404)).isEqualTo(1000);
    }

    private int code(CommerceWorld.Scene scene, String path, int status) {
        var answer = api.get(scene.provider(), path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    @Test
    void showTheSameAsLegacyOffers() {
        var scene = world.scene();
        var item = world.item(scene, "0001");
        var offer = api.get(scene.provider(), "/v1/offers/" + item + "?country=FR", "X-Locale", "fr-FR");
        assertThat(offer.text("/id")).isEqualTo(item);
        assertThat(offer.text("/billing")).isEqualTo("license");
        assertThat(offer.text("/category/id")).isEqualTo("SmallBusiness_Key");
        assertThat(offer.json().path("hasAddOns").asBoolean()).isTrue();
        assertThat(offer.json().path("upgradeTargetOffers").toString()).contains(scene.product() + ":0002:");
        var addOns = api.get(scene.provider(), "/v1/offers/" + item + "/addons?country=FR");
        assertThat(addOns.text("/items/0/name")).isEqualTo("Harbor Archive");
        assertThat(addOns.json().path("totalCount").asInt()).isEqualTo(1);
        var trial = api.get(scene.provider(), "/v1/offers/" + world.item(scene, "0004") + "?country=FR");
        assertThat(trial.json().path("isTrial").asBoolean()).isTrue();
        assertThat(trial.text("/limitUnitOfMeasure")).isEqualTo("Lifetime");
    }

    @Test
    void readOffersByNumber() {
        var scene = world.scene();
        var first = api.get(scene.provider(), "/v1/offers?country=FR&size=2&offset=0");
        assertThat(first.json().path("totalCount").asInt()).isEqualTo(2);
        assertThat(first.text("/links/next/uri")).isEqualTo("/offers?size=2&offset=2&country=FR");
        assertThat(api.get(scene.provider(), "/v1/offercategories?country=FR").text("/items/0/id"))
                .isEqualTo("Enterprise_Key");
    }

    @Test
    void showACustomerWhatItCanBuy() {
        var scene = world.scene();
        assertThat(api.get(scene.provider(), scene.customerPath("/products?targetView=OnlineServices"))
                        .json()
                        .toString())
                .contains("\"" + scene.product() + "\"");
        var sku = api.get(scene.provider(), scene.customerPath("/products/" + scene.product() + "/skus/0001"));
        assertThat(sku.text("/links/self/uri"))
                .isEqualTo("/customers/" + scene.customer() + "/products/" + scene.product() + "/skus/0001");
        assertThat(api.get(scene.provider(), scene.customerPath("/offers?size=1"))
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        var stranger = world.scene().provider();
        assertThat(api.get(stranger, scene.customerPath("/products")).status()).isEqualTo(404);
    }

    @Test
    void showACustomerOneSegmentOfWhatItCanBuy() {
        var scene = world.scene();
        var products = scene.customerPath("/products?targetView=OnlineServices&targetSegment=");
        assertThat(api.get(scene.provider(), products + "commercial").json().toString())
                .contains("\"" + scene.product() + "\"");
        assertThat(api.get(scene.provider(), products + "education")
                        .json()
                        .path("totalCount")
                        .asInt(-1))
                .isZero();
        assertThat(code(scene, products + "martian", 403)).isEqualTo(400030);
        var sku = api.get(scene.provider(), scene.customerPath("/products/" + scene.product() + "/skus/0001"));
        assertThat(sku.json().has("provisioningVariables")).isFalse();
    }
}
