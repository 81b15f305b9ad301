package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.customer.CustomerTakeover;
import io.palier.identity.Role;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers are deleted for good, where that is allowed (accounts contract 4; design, Time). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class CustomerDeletionApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    CustomerTakeover takeover;

    @Autowired
    JdbcClient jdbc;

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    private ApiWorld.Answer delete(ApiWorld.Caller caller, CommerceWorld.Scene scene) {
        return api.send(caller, "DELETE", scene.customerPath("//"), null);
    }

    /** Something of every kind that there is of customers. */
    private void fill(CommerceWorld.Scene scene) {
        var order = world.order(scene, "0001", 3, ", \"partnerIdOnRecord\": \"" + scene.partnerId() + "\"");
        assertThat(order.status()).isEqualTo(201);
        assertThat(world.order(scene, "0003", 1, "").status()).isEqualTo(201);
        var subscription = order.text("/lineItems/0/subscriptionId");
        var user = api.get(scene.provider(), scene.customerPath("/users")).text("/items/0/id");
        var licenses = "{\"licensesToAssign\": [{\"skuId\": \"" + subscription + "\"}]}";
        assertThat(api.post(scene.provider(), scene.customerPath("/users/" + user + "/licenseupdates"), licenses)
                        .status())
                .isEqualTo(201);
        var item = world.item(scene, "0001");
        assertThat(api.post(
                                scene.provider(),
                                scene.customerPath("/carts"),
                                "{\"lineItems\": [{\"id\": 0, \"catalogItemId\": \"%s\", \"quantity\": 1}]}"
                                        .formatted(item))
                        .status())
                .isEqualTo(201);
        var request = "{\"title\": \"T\", \"description\": \"D\", \"severity\": 2, \"supportTopicId\": \"71000901\"}";
        var reseller = api.as(api.people().in(scene.reseller(), Role.GLOBAL_ADMIN));
        assertThat(api.post(reseller, scene.customerPath("/servicerequests"), request)
                        .status())
                .isEqualTo(201);
        for (var change :
                List.of("/usagebudget {\"amount\": 5}", "/subscriptions/" + subscription + " {\"quantity\": 4}")) {
            var parts = change.split(" ", 2);
            assertThat(api.send(scene.provider(), "PATCH", scene.customerPath(parts[0]), parts[1])
                            .status())
                    .isEqualTo(200);
        }
        assertThat(api.send(scene.provider(), "PUT", scene.customerPath("/qualification"), "\"nonprofit\"")
                        .status())
                .isEqualTo(200);
    }

    /** How many rows of whatever table name the relationship or the customer, the log aside. */
    private List<String> rows(UUID relationship, UUID customer) {
        var columns = jdbc.sql("""
                        select c.table_name || ' ' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
                          and c.column_name in ('relationship_id', 'customer_id', 'organization_id')
                          and c.table_name not like 'audit%' and c.table_name <> 'notification'""").query((row, n) -> row.getString(1)).list();
        assertThat(columns).hasSizeGreaterThan(20);
        return columns.stream()
                .filter(column -> {
                    var parts = column.split(" ", 2);
                    return jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " in (?, ?)")
                                    .params(List.of(relationship, customer))
                                    .query(Integer.class)
                                    .single()
                            > 0;
                })
                .toList();
    }

    private UUID relationship(OrganizationId provider, String customer) {
        return jdbc.sql("select id from customer_relationship where provider_id = ? and customer_id = ?::uuid")
                .params(List.of(provider.value(), customer))
                .query(UUID.class)
                .single();
    }

    @Test
    void leaveNothingBehind() {
        var scene = world.scene();
        var neighbor = world.scene();
        fill(scene);
        fill(neighbor);
        var relationship = relationship(scene.provider().organization(), scene.customer());
        var customer = UUID.fromString(scene.customer());
        var domain = api.get(scene.provider(), scene.customerPath("")).text("/companyProfile/domain");
        assertThat(rows(relationship, customer)).hasSizeGreaterThan(8);

        var deleted = delete(scene.provider(), scene);
        assertThat(deleted.status()).as(deleted.whole().body()).isEqualTo(204);
        assertThat(deleted.whole().body()).isEmpty();
        assertThat(rows(relationship, customer)).isEmpty();
        for (var table : List.of("license_assignment", "partner_of_record", "subscription_change", "support_contact")) {
            assertThat(jdbc.sql("select count(*) from " + table
                                    + " x where not exists (select from subscription s where s.id = x.subscription_id)")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(code(api.get(scene.provider(), scene.customerPath("")), 404)).isEqualTo(1000);
        assertThat(code(delete(scene.provider(), scene), 404)).isEqualTo(1000);
        assertThat(api.send(scene.provider(), "HEAD", "/v1/domains/" + domain, null)
                        .status())
                .isEqualTo(404);
        assertThat(api.post(scene.provider(), "/v1/customers", ApiWorld.customer(domain, null))
                        .status())
                .isEqualTo(201);
        assertThat(api.get(scene.provider(), "/v1/auditrecords?size=50").whole().body())
                .contains("\"delete_customer\"", "\"create_order\"");
        assertThat(api.get(neighbor.provider(), neighbor.customerPath("/subscriptions"))
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void leaveACustomerToItsOtherProviders() {
        var scene = world.scene();
        fill(scene);
        var other = api.provider(false, Role.ADMIN_AGENT);
        takeover.takeOver(
                Actor.system(other.organization()),
                other.organization(),
                new OrganizationId(UUID.fromString(scene.customer())),
                new Contact("Zoé", "Martin", "zoe@northwind.example", null));
        assertThat(code(delete(other, scene), 409)).isEqualTo(800002);
        assertThat(delete(scene.provider(), scene).status()).isEqualTo(204);
        assertThat(code(api.get(scene.provider(), scene.customerPath("")), 404)).isEqualTo(1000);
        assertThat(api.get(other, scene.customerPath("")).text("/companyProfile/companyName"))
                .isEqualTo("Northwind Traders");
        assertThat(jdbc.sql("select count(*) from membership where organization_id = ?::uuid")
                        .param(scene.customer())
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(delete(other, scene).status()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from organization where id = ?::uuid")
                        .param(scene.customer())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refuseWhoMayNot() {
        var scene = world.scene();
        var helper = delete(api.besides(scene.provider(), false, Role.HELPDESK_AGENT), scene);
        assertThat(helper.status()).isEqualTo(403);
        assertThat(helper.text("/description")).contains("Remove reseller relationships");
        assertThat(code(delete(api.provider(false, Role.ADMIN_AGENT), scene), 404))
                .isEqualTo(1000);
        jdbc.sql("update installation set kind = 'production'").update();
        try {
            assertThat(code(delete(scene.provider(), scene), 400)).isEqualTo(800042);
        } finally {
            jdbc.sql("update installation set kind = 'demo'").update();
        }
        assertThat(api.get(scene.provider(), scene.customerPath("")).status()).isEqualTo(200);
    }
}
