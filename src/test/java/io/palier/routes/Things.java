package io.palier.routes;

import io.palier.application.ApplicationDetails;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.Applications;
import io.palier.customer.RelationshipId;
import io.palier.demo.Cast;
import io.palier.identity.MembershipId;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import io.palier.invitation.Invitations;
import io.palier.notification.News;
import io.palier.notification.Notifications;
import io.palier.notification.Words;
import io.palier.onboarding.CustomerDrafts;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.PartnershipRequests;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import io.palier.shared.Uuids;
import io.palier.subscription.SubscriptionId;
import io.palier.support.NewServiceRequest;
import io.palier.support.ServiceRequests;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.Registration;
import io.palier.webhook.WebhookEvent;
import io.palier.webhook.Webhooks;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For every route with ids: things that are really there, and who may touch them. */
@TestComponent
class Things {

    /** A provider of the demo with one of its customers. */
    enum House {
        CONTOSO("admin@contoso.example", "admin@northwind.example"),
        WINGTIP("admin@wingtip.example", "admin@tailspin.example");

        final String providerAdmin;
        final String customerAdmin;

        House(String providerAdmin, String customerAdmin) {
            this.providerAdmin = providerAdmin;
            this.customerAdmin = customerAdmin;
        }

        OrganizationId provider() {
            return this == CONTOSO ? Cast.CONTOSO : Cast.WINGTIP;
        }
    }

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Organizations organizations;
    private final Partnerships partnerships;
    private final PartnershipRequests requests;
    private final Invitations invitations;
    private final CustomerDrafts drafts;
    private final Applications applications;
    private final OrderRequests orderRequests;
    private final Notifications notifications;
    private final Webhooks webhooks;
    private final ServiceRequests serviceRequests;
    private final Map<House, Map<String, String>> known = new EnumMap<>(House.class);

    Things(
            JdbcClient jdbc,
            Viewers viewers,
            Organizations organizations,
            Partnerships partnerships,
            PartnershipRequests requests,
            Invitations invitations,
            CustomerDrafts drafts,
            Applications applications,
            OrderRequests orderRequests,
            Notifications notifications,
            Webhooks webhooks,
            ServiceRequests serviceRequests) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.requests = requests;
        this.invitations = invitations;
        this.drafts = drafts;
        this.applications = applications;
        this.orderRequests = orderRequests;
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.serviceRequests = serviceRequests;
    }

    /** Who of the house may come here, rights of a role aside. */
    static String owner(Route route, House house) {
        var pattern = route.pattern();
        if (pattern.startsWith("/operator")) {
            return "admin@operator.example";
        }
        if (pattern.startsWith("/enrollment") || pattern.startsWith("/providers")) {
            return "admin@adventure.example";
        }
        return pattern.startsWith("/partner-relationships") || pattern.endsWith("/agreement/accept")
                ? house.customerAdmin
                : house.providerAdmin;
    }

    /** The ids of things of this house by which the route is filled. */
    synchronized Map<String, String> of(Route route, House house) {
        var all = known.computeIfAbsent(house, this::gather);
        var values = new HashMap<String, String>();
        for (var variable : route.variables()) {
            var value = all.get(key(route.pattern(), variable));
            if (value == null) {
                throw new IllegalStateException("Things knows no " + variable + " for " + route + ": add one");
            }
            values.put(variable, value);
        }
        return values;
    }

    /** Most variables say what they are; an {@code id} is told by what stands before it. */
    private static String key(String pattern, String variable) {
        return switch (variable) {
            case "id" ->
                pattern.endsWith("/{id}/revocation")
                        ? "revocation"
                        : pattern.substring(0, pattern.indexOf("/{id}")).replaceFirst(".*/", "");
            case "reseller" -> pattern.startsWith("/operator") ? "enrollments" : "reseller";
            default -> variable;
        };
    }

    private Map<String, String> gather(House house) {
        var things = new HashMap<String, String>();
        var provider = viewer(house.providerAdmin);
        var customer = viewer(house.customerAdmin);
        var relationship = one(
                "select id::text from customer_relationship where provider_id = ? and customer_id = ?",
                house.provider().value(),
                customer.organization().value());
        things.put("relationship", relationship);
        things.put(
                "user",
                one("""
                        select id::text from membership_view where organization_id = ? and id <> ? limit 1""", customer.organization().value(), customer.membership().value()));
        var subscription = subscription(relationship);
        things.put("subscriptions", subscription);
        things.put(
                "orders",
                one("select id::text from orders where relationship_id = ?::uuid order by id limit 1", relationship));
        things.put("users", colleague(house.provider()).toString());
        things.put("draft", drafts.begin(provider, null).id().toString());
        things.put("reseller", reseller(house).toString());
        application(provider, things);
        things.put("delivery", delivery(provider).toString());
        invitation(provider, things);
        var request = new OrderRequestId(Uuids.next());
        orderRequests.askForLicenses(customer, request, new SubscriptionId(UUID.fromString(subscription)), 50);
        things.put("order-requests", request.toString());
        notifications.tell(
                List.of(house.provider()),
                new News("partnership-established", "test", List.of(Words.of("A")), "/", null, Instant.EPOCH));
        things.put(
                "service-requests",
                serviceRequests
                        .open(customer, new RelationshipId(UUID.fromString(relationship)), helpless())
                        .id()
                        .toString());
        things.put(
                "notifications",
                one(
                        "select id::text from notification where organization_id = ? limit 1",
                        house.provider().value()));
        things.put("partners", house.provider().toString());
        things.put("enrollments", pending(house).toString());
        things.put("imports", one("select id::text from catalog_import limit 1"));
        things.put("product", one("select product_id from sku order by 1 limit 1"));
        things.put("number", one("select id from sku order by product_id, id limit 1"));
        things.put("agreement", one("select id::text from agreement_version limit 1"));
        things.put("path", "indirect-model");
        return things;
    }

    private void application(Viewer provider, Map<String, String> things) {
        var id = applications.register(
                provider, Kind.CONFIDENTIAL, new ApplicationDetails("Test", List.of(), Set.of(), false));
        applications.addSecret(provider, id, 12);
        things.put("applications", id.toString());
        var other = applications.register(
                provider, Kind.CONFIDENTIAL, new ApplicationDetails("To be revoked", List.of(), Set.of(), false));
        things.put("revocation", other.toString());
        things.put("secret", one("select id::text from application_secret where application_id = ?", id.value()));
    }

    private static NewServiceRequest helpless() {
        return new NewServiceRequest(
                SupportTopic.OTHER, Severity.MINIMAL, "Help", "Nothing works.", null, Locale.ENGLISH, null);
    }

    private DeliveryId delivery(Viewer provider) {
        var events = Set.of(WebhookEvent.TEST_CREATED);
        webhooks.register(provider, new Registration("https://hooks.invalid/", events, false));
        return webhooks.test(provider);
    }

    private void invitation(Viewer provider, Map<String, String> things) {
        var id = requests.draft(provider, List.of("somebody@elsewhere.example"), Locale.ENGLISH)
                .getFirst();
        var link = invitations.get(provider, id).link();
        things.put("requests", id.toString());
        things.put("token", link.substring(link.lastIndexOf('/') + 1));
    }

    private MembershipId colleague(OrganizationId provider) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        with person as (
                            insert into account (id, sign_in_name, display_name, language, created_at, version)
                            values (?, ?, 'A Colleague', 'en', now(), 1) returning id)
                        insert into membership (id, account_id, organization_id, roles, status, status_since, created_at,
                            version)
                        select id, id, ?, '{SALES_AGENT}', 'ACTIVE', now(), now(), 1 from person""")
                .param(id)
                .param(id + "@colleague.example")
                .param(provider.value())
                .update();
        return new MembershipId(id);
    }

    /** Somebody whose enrollment is to be answered. */
    private OrganizationId pending(House house) {
        var id = register("Applicant beside " + house);
        jdbc.sql("""
                        insert into enrollment (organization_id, state, contact_first_name, contact_last_name, contact_email,
                            submitted_at)
                        values (?, 'PENDING', 'Some', 'Body', 'some@applicant.example', now())""").param(id.value()).update();
        return id;
    }

    private OrganizationId register(String name) {
        var id = OrganizationId.next();
        organizations.register(
                id,
                OrganizationKind.INDIRECT_RESELLER,
                name,
                new Address("FR", "1 rue du Test", null, "Nantes", null, "44000"),
                Locale.ENGLISH,
                null,
                null);
        return id;
    }

    private OrganizationId reseller(House house) {
        var id = register("Partner of " + house);
        partnerships.establish(Actor.system(house.provider()), house.provider(), id, false);
        return id;
    }

    private Viewer viewer(String signInName) {
        var membership = one("select id::text from membership_view where sign_in_name = ?", signInName);
        return viewers.find(new MembershipId(UUID.fromString(membership))).orElseThrow();
    }

    /** The first that something can be asked for, rather one that can be upgraded. */
    private String subscription(String relationship) {
        return one("""
                        select s.id::text from subscription s
                        where s.relationship_id = ?::uuid and s.status = 'ACTIVE' and not s.trial and not exists (
                            select from order_request q where q.subscription_id = s.id and q.status = 'OPEN')
                        order by exists (select from sku_upgrade u
                                where u.product_id = s.product_id and u.sku_id = s.sku_id) desc, s.id
                        limit 1""", relationship);
    }

    private String one(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(List.of(parameters))
                .query(String.class)
                .list()
                .getFirst();
    }
}
