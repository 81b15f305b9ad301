package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.catalog.ImportProgress;
import io.palier.catalog.PriceListImport;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.Customers;
import io.palier.identity.Role;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** A provider that calls, with a reseller, their customer and a product of four SKUs; new ones for every test. */
@TestComponent
class CommerceWorld {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private static final Address PARIS = new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002");
    private static final String HEADER =
            "ChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,"
                    + "BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,"
                    + "EffectiveEndDate,Tags,ERP Price,Segment,PreviousValues\r\n";

    private final ApiWorld api;
    private final Organizations organizations;
    private final Partnerships partnerships;
    private final Customers customers;
    private final PriceListImport imports;

    CommerceWorld(
            ApiWorld api,
            Organizations organizations,
            Partnerships partnerships,
            Customers customers,
            PriceListImport imports) {
        this.api = api;
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.customers = customers;
        this.imports = imports;
    }

    /**
     * Where a test plays.
     *
     * @param partnerId location partner id of the reseller
     * @param product with the SKUs 0001 (basic, upgrades to 0002), 0002 (plus), 0003 (add-on to 0001), 0004 (trial)
     */
    record Scene(ApiWorld.Caller provider, OrganizationId reseller, String partnerId, String customer, String product) {

        String customerPath(String rest) {
            return "/v1/customers/" + customer + rest;
        }
    }

    Scene scene() {
        return scene(true);
    }

    /** @param user whether the provider's tokens count as app+user */
    Scene scene(boolean user) {
        return scene(user, Role.ADMIN_AGENT);
    }

    Scene scene(boolean user, Role... roles) {
        var provider = api.provider(user, roles);
        var partnerId = Integer.toString(1_000_000 + (int) (Math.random() * 8_000_000) + COUNTER.incrementAndGet());
        var reseller = reseller(provider, partnerId);
        var relationship = customers.add(
                provider.admin(),
                new io.palier.customer.NewCustomer(
                        "Northwind Traders",
                        PARIS,
                        ApiWorld.domain().replace(".onpalier.example", ""),
                        "onpalier.example",
                        new io.palier.organization.Contact("Zoé", "Martin", "zoe@northwind.example", null),
                        Locale.FRENCH,
                        null,
                        io.palier.customer.Qualification.NONE,
                        new AgreementAcceptance(
                                LocalDate.of(2026, 1, 5), "Zoé", "Martin", "zoe@northwind.example", null),
                        reseller));
        return new Scene(provider, reseller, partnerId, relationship.customer().toString(), product());
    }

    OrganizationId reseller(ApiWorld.Caller provider, String partnerId) {
        var reseller = OrganizationId.next();
        organizations.register(
                reseller,
                OrganizationKind.INDIRECT_RESELLER,
                "Fabrikam " + partnerId,
                PARIS,
                Locale.FRENCH,
                null,
                partnerId);
        partnerships.establish(Actor.system(provider.organization()), provider.organization(), reseller, false);
        return reseller;
    }

    private String product() {
        return product("Commercial");
    }

    /** A product of the same SKUs for customers of that segment of the price list. */
    String product(String segment) {
        var product = "API" + COUNTER.incrementAndGet() + RUN;
        read(
                "prices.csv",
                HEADER
                        + row(product, "0001", "Harbor Basic", "P1Y", "Annual", "120.00", "License", segment)
                        + row(product, "0001", "Harbor Basic", "P1Y", "Monthly", "126.00", "License", segment)
                        + row(product, "0002", "Harbor Plus", "P1Y", "Annual", "240.00", "License", segment)
                        + row(product, "0003", "Harbor Archive", "P1Y", "Annual", "30.00", "License", segment)
                        + row(product, "0004", "Harbor Trial", "P1M", "None", "0.00", "Trial", segment));
        read(
                "rules.csv",
                "ProductId,SkuId,MinimumQuantity,MaximumQuantity,AddOn,Prerequisites,UpgradeTargets\r\n"
                        + "%1$s,0001,1,300,false,,%1$s:0002\r\n".formatted(product)
                        + "%1$s,0003,1,300,true,%1$s:0001,\r\n".formatted(product)
                        + "%1$s,0004,1,25,false,,%1$s:0002\r\n".formatted(product));
        return product;
    }

    /** Sells a SKU of the scene for a further term or billing plan. */
    void sell(Scene scene, String sku, String term, String plan, String price) {
        read(
                "more.csv",
                HEADER + row(scene.product(), sku, "Harbor Basic", term, plan, price, "License", "Commercial"));
    }

    private void read(String name, String text) {
        imports.importFile(
                new ByteArrayInputStream(text.getBytes(UTF_8)), name, OrganizationId.next(), ImportProgress.NONE);
    }

    private static String row(
            String product,
            String sku,
            String title,
            String term,
            String plan,
            String price,
            String tags,
            String segment) {
        return "Unchanged,Harbor,%s,%s,%s,Vendor %s,A text,,%s,%s,FR,EUR,%s,,,2020-01-01T00:00:00.0000000Z,9999-11-30T23:59:59.0000000Z,%s,,%s,\r\n"
                .formatted(product, sku, title, product, term, plan, price, tags, segment);
    }

    /** The catalog item of a SKU's first availability, asked for over the API. */
    String item(Scene scene, String sku) {
        var answer = api.get(
                scene.provider(), "/v1/products/" + scene.product() + "/skus/" + sku + "/availabilities?country=FR");
        return answer.text("/items/0/catalogItemId");
    }

    /** An order of one line, over the API; the answer. */
    ApiWorld.Answer order(Scene scene, String sku, int quantity, String more) {
        return api.post(
                scene.provider(),
                scene.customerPath("/orders"),
                "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"%s\", \"quantity\": %d%s}]}"
                        .formatted(item(scene, sku), quantity, more));
    }
}
