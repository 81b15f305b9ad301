package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Usage while nothing is metered, and the budgets for it (commerce contract 5.3). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class UsageApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private ApiWorld.Answer read(CommerceWorld.Scene scene, String path) {
        var answer = api.get(scene.provider(), path);
        assertThat(answer.status()).as(path + answer.whole().body()).isEqualTo(200);
        return answer;
    }

    @Test
    void totalsNothingForPartnerCustomerAndSubscription() {
        var scene = world.scene(false);
        var subscription = world.order(scene, "0001", 1, "").text("/lineItems/0/subscriptionId");
        var partner = read(scene, "/v1/usagesummary");
        assertThat(partner.text("/attributes/objectType")).isEqualTo("PartnerUsageSummary");
        assertThat(partner.json().path("customersOverBudget").asInt(-1)).isZero();
        var customer = read(scene, scene.customerPath("/usagesummary"));
        assertThat(customer.text("/resourceId")).isEqualTo(scene.customer());
        assertThat(customer.text("/resourceName")).isEqualTo("Northwind Traders");
        assertThat(customer.json().has("customersOverBudget")).isFalse();
        var one = read(scene, scene.customerPath("/subscriptions/" + subscription + "/usagesummary"));
        assertThat(one.text("/resourceId")).isEqualTo(subscription);
        for (var answer : new ApiWorld.Answer[] {partner, customer, one}) {
            assertThat(answer.json().path("totalCost").decimalValue()).isZero();
            assertThat(answer.text("/currencyCode")).isEqualTo("EUR");
            assertThat(answer.text("/currencyLocale")).isEqualTo("en-FR");
            assertThat(answer.text("/lastModifiedDate")).isEqualTo("0001-01-01T00:00:00");
        }
    }

    @Test
    void hasNoRecords() {
        var scene = world.scene(false);
        var subscription = "/subscriptions/" + world.order(scene, "0001", 1, "").text("/lineItems/0/subscriptionId");
        for (var path : new String[] {
            "/v1/customers/usagerecords",
            scene.customerPath("/subscriptions/usagerecords"),
            scene.customerPath(subscription + "/usagerecords/resources"),
            scene.customerPath(subscription + "/usagerecords/daily"),
            scene.customerPath(subscription + "/meterusagerecords/"),
            scene.customerPath(subscription + "//resourceUsageRecords")
        }) {
            var answer = read(scene, path);
            assertThat(answer.json().path("totalCount").asInt(-1)).as(path).isZero();
            assertThat(answer.text("/attributes/objectType")).as(path).isEqualTo("Collection");
        }
    }

    @Test
    void keepsABudget() {
        var scene = world.scene(false);
        var path = scene.customerPath("/usagebudget");
        assertThat(read(scene, path).json().has("amount")).isFalse();
        var set = patch(scene, "{\"Amount\": 2000.5, \"Attributes\": null}");
        assertThat(set.status()).as(set.whole().body()).isEqualTo(200);
        assertThat(set.text("/attributes/objectType")).isEqualTo("SpendingBudget");
        assertThat(read(scene, path).json().path("amount").decimalValue()).isEqualByComparingTo("2000.5");
        assertThat(read(scene, scene.customerPath("/usagesummary"))
                        .json()
                        .at("/budget/amount")
                        .decimalValue())
                .isEqualByComparingTo("2000.5");
        assertThat(patch(scene, "{\"amount\": null}").status()).isEqualTo(200);
        assertThat(read(scene, path).json().has("amount")).isFalse();
    }

    private ApiWorld.Answer patch(CommerceWorld.Scene scene, String body) {
        return api.send(scene.provider(), "PATCH", scene.customerPath("/usagebudget"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000.01", "0.00001", "\"much\""})
    void refusesWhatIsNoBudget(String amount) {
        var answer = patch(world.scene(false), "{\"amount\": %s}".formatted(amount));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(400);
    }

    @Test
    void writesTheBudgetIntoTheLogAsEachClientSpellsIt() {
        var scene = world.scene(false);
        patch(scene, "{\"amount\": 10}");
        var log = "/v1/auditrecords?size=5";
        assertThat(read(scene, log).whole().body()).contains("\"update_customer_spending_budget\"");
        assertThat(api.get(scene.provider(), log, "MS-PartnerCenter-Client", "Partner Center Java SDK")
                        .whole()
                        .body())
                .contains("\"update_Customer_spending_budget\"");
    }

    @Test
    void namesTheMissingRight() {
        var scene = world.scene(false);
        var helper = api.besides(scene.provider(), false, Role.HELPDESK_AGENT);
        for (var path : new String[] {"/v1/usagesummary", scene.customerPath("/usagebudget")}) {
            var refused = api.get(helper, path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.text("/description")).containsIgnoringCase("prices");
        }
        var viewerOfPrices = api.besides(scene.provider(), false, Role.BILLING_ADMIN);
        assertThat(api.send(viewerOfPrices, "PATCH", scene.customerPath("/usagebudget"), "{}")
                        .status())
                .isEqualTo(403);
    }
}
