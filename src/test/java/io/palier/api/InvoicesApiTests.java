package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import io.palier.organization.OrganizationKind;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Invoices while there are none (commerce contract 5.1): the shapes are there, the lists are empty. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class InvoicesApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private ApiWorld.Caller caller() {
        return api.provider(true, Role.BILLING_ADMIN);
    }

    private static void requireEmpty(ApiWorld.Answer answer) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        assertThat(answer.json().path("totalCount").asInt(-1)).isZero();
        assertThat(answer.json().path("items").isArray()).isTrue();
        assertThat(answer.text("/attributes/objectType")).isEqualTo("Collection");
    }

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?size=200&offset=0",
                "?filter={\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\",\"Operator\":\"greater_than_or_equals\"}",
                "?filter={\"value\":\"2026-01-01T00:00:00Z\",\"field\":\"InvoiceDate\",\"fieldType\":\"String\",\"operator\":\"LessThan\"}",
                "?filter={\"Operator\":\"and\",\"LeftFilter\":{\"Field\":\"InvoiceDate\",\"Value\":\"01/02/2026\",\"Operator\":\"GreaterThan\"},"
                        + "\"RightFilter\":{\"Field\":\"InvoiceDate\",\"Value\":\"2026-03-64\",\"Operator\":\"less_than\"}}"
            })
    void listsNoneHoweverAsked(String query) {
        requireEmpty(api.get(caller(), "/v1//invoices/" + encoded(query)));
    }

    private static String encoded(String query) {
        int at = query.indexOf("filter=");
        return at < 0 ? query : query.substring(0, at + 7) + URLEncoder.encode(query.substring(at + 7), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?size=201",
                "?filter={\"Field\":\"CompanyName\",\"Value\":\"x\",\"Operator\":\"equals\"}",
                "?filter={\"Field\":\"InvoiceDate\",\"Value\":\"x\",\"Operator\":\"equals\"}",
                "?filter={\"Field\":\"InvoiceDate\",\"Value\":\"2026-01-01\",\"Operator\":\"substring\"}",
                "?filter={\"Operator\":\"and\",\"Filters\":[]}",
                "?filter={\"Operator\":\"or\",\"Filters\":[{\"Field\":\"Name\",\"Value\":\"x\"}]}",
                "?filter=InvoiceDate"
            })
    void refusesWhatItCannotReadOrFilterBy(String query) {
        assertThat(api.get(caller(), "/v1/invoices" + encoded(query)).status()).isEqualTo(400);
    }

    @Test
    void knowsNoInvoice() {
        var caller = caller();
        for (var path : new String[] {
            "/v1/invoices/G000123456",
            "/v1/invoices/Recurring-D0300",
            "/v1/invoices/G1/documents/statement",
            "/v1/invoices/G1/receipts/R1/documents/statement",
            "/v1/invoices/OneTime-G1/lineitems/onetime/BILLINGLINEITEMS",
            "/v1/invoices/G1/lineitems?provider=one_time&invoiceLineItemType=Billing_Line_Items&size=2000"
        }) {
            assertThat(code(api.get(caller, path), 404)).as(path).isEqualTo(1000);
        }
        assertThat(code(api.get(caller, "/v1/invoices/G1/lineitems/twotimes/billinglineitems"), 400))
                .isEqualTo(900126);
        assertThat(code(api.get(caller, "/v1/invoices/G1/lineitems/office/billinglineitems?size=2001"), 400))
                .isEqualTo(800002);
        assertThat(code(api.get(caller, "/v1/invoices/G1/lineitems?provider=office"), 400))
                .isEqualTo(800002);
    }

    @Test
    void owesNothingInItsCurrency() {
        var caller = caller();
        var summary = api.get(caller, "/v1/invoices/summary/");
        assertThat(summary.status()).as(summary.whole().body()).isEqualTo(200);
        assertThat(summary.json().path("balanceAmount").decimalValue()).isZero();
        assertThat(summary.text("/currencyCode")).isEqualTo("EUR");
        assertThat(summary.text("/currencySymbol")).isEqualTo("€");
        assertThat(summary.text("/lastPaymentDate")).isEqualTo("0001-01-01T00:00:00");
        assertThat(summary.text("/attributes/objectType")).isEqualTo("InvoiceSummary");
        var all = api.get(caller, "/v1/invoices/summaries");
        assertThat(all.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(all.text("/items/0/currencyCode")).isEqualTo("EUR");
        requireEmpty(api.get(caller, "/v1/invoices/estimates/links?currencyCode=eur"));
    }

    @ParameterizedTest
    @CsvSource({
        "onetime, billinglineitems, EUR, current, 200",
        "OneTime, BillingLineItems, usd, Previous, 200",
        "marketplace, usage_line_items, EUR, current, 200",
        "all, billinglineitems, EUR, current, 200",
        "office, billinglineitems, EUR, current, 400",
        "onetime, lines, EUR, current, 400",
        "onetime, billinglineitems, EURO, current, 400",
        "onetime, billinglineitems, EUR, next, 400"
    })
    void hasNothingUnbilled(String provider, String type, String currency, String period, int status) {
        var answer = api.get(
                caller(),
                "/v1/invoices/unbilled/lineitems?provider=%s&invoicelineitemtype=%s&currencycode=%s&period=%s&size=2000"
                        .formatted(provider, type, currency, period));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        if (status == 200) {
            requireEmpty(answer);
        }
    }

    @Test
    void asksForTheRightAndForAUser() {
        var sales = api.get(api.provider(true, Role.SALES_AGENT), "/v1/invoices");
        assertThat(sales.status()).isEqualTo(403);
        assertThat(sales.text("/description")).contains("invoices");
        var unattended = api.provider(false, Role.BILLING_ADMIN);
        requireEmpty(api.get(unattended, "/v1/invoices"));
        for (var path : new String[] {"/v1/invoices/summary", "/v1/invoices/summaries", "/v1/invoices/G1"}) {
            assertThat(api.get(unattended, path).status()).as(path).isEqualTo(403);
        }
        var reseller = api.as(api.people().of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN));
        var money = api.besides(reseller, true, Role.BILLING_ADMIN);
        requireEmpty(api.get(money, "/v1/invoices"));
        requireEmpty(api.get(money, "/v1/invoices/summaries"));
        assertThat(api.get(money, "/v1/invoices/summary")
                        .json()
                        .path("balanceAmount")
                        .decimalValue())
                .isZero();
    }

    @Test
    void knowsWhatACustomersServicesCost() {
        var scene = world.scene();
        for (var period : new String[] {"mostrecent", "MostRecent", "most_recent", "current"}) {
            var path = scene.customerPath("/servicecosts/" + period);
            var costs = api.get(scene.provider(), path);
            assertThat(costs.status()).as(costs.whole().body()).isEqualTo(200);
            assertThat(costs.json().path("afterTaxTotal").decimalValue()).isZero();
            assertThat(costs.text("/currencyCode")).isEqualTo("EUR");
            assertThat(costs.text("/customerId")).isEqualTo(scene.customer());
            assertThat(costs.text("/links/serviceCostLineItems/uri")).endsWith(period + "/lineitems");
            requireEmpty(api.get(scene.provider(), path + "/lineitems"));
        }
        assertThat(code(api.get(scene.provider(), scene.customerPath("/servicecosts/never")), 400))
                .isEqualTo(900126);
        var unattended = api.besides(scene.provider(), false, Role.ADMIN_AGENT);
        assertThat(api.get(unattended, scene.customerPath("/servicecosts/current"))
                        .status())
                .isEqualTo(403);
    }
}
