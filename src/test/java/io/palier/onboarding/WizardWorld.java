package io.palier.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.ImportProgress;
import io.palier.catalog.PriceListImport;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Users;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Enrollments;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A provider with a partner, an offer, and people; new ones for every test. */
@TestComponent
class WizardWorld {
    private static final Address NANTES = new Address("FR", "12 quai de la Loire", null, "Nantes", null, "44000");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final Organizations organizations;
    private final Users users;
    private final Enrollments enrollments;
    private final Partnerships partnerships;
    private final PriceListImport imports;

    WizardWorld(
            Organizations organizations,
            Users users,
            Enrollments enrollments,
            Partnerships partnerships,
            PriceListImport imports) {
        this.organizations = organizations;
        this.users = users;
        this.enrollments = enrollments;
        this.partnerships = partnerships;
        this.imports = imports;
    }

    OrganizationId provider() {
        return organizations
                .register(
                        OrganizationId.next(),
                        OrganizationKind.INDIRECT_PROVIDER,
                        "Contoso Distribution",
                        NANTES,
                        Locale.FRENCH,
                        "EUR",
                        null)
                .id();
    }

    OrganizationId partnerOf(OrganizationId provider) {
        var reseller = organizations
                .register(
                        OrganizationId.next(),
                        OrganizationKind.INDIRECT_RESELLER,
                        "Fabrikam Services",
                        NANTES,
                        Locale.FRENCH,
                        null,
                        unique())
                .id();
        enrollments.admit(
                Actor.system(provider), reseller, new Contact("Fanny", "Roussel", "f@fabrikam.example", null), true);
        partnerships.establish(Actor.system(provider), provider, reseller, false);
        return reseller;
    }

    RequestPostProcessor person(OrganizationId organization, Role... roles) {
        return person(organization, unique() + "@people.example", roles);
    }

    RequestPostProcessor person(OrganizationId organization, String signInName, Role... roles) {
        var id = users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(signInName, null, "Claire", "Morel", "Claire Morel", Users.roles(roles), Locale.ENGLISH),
                "Palier-demo-1",
                false);
        var user = users.get(organization, id);
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.account().value(), id.value()), null, List.of()));
    }

    /** An offer for France at 12.50 EUR a license and year. */
    AvailabilityId offer() {
        var product = "WIZ%09d".formatted(COUNTER.incrementAndGet());
        var list = """
                ChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,\
                BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,\
                EffectiveEndDate,Tags,ERP Price,Segment,PreviousValues
                Unchanged,Wizard Office,%s,1,Wizard Office,Vendor %s,Text,,P1Y,Annual,FR,EUR,12.50,,,\
                2025-01-01T00:00:00.0000000Z,9999-11-30T23:59:59.0000000Z,License,,Commercial,
                """.formatted(product, product);
        imports.importFile(
                new ByteArrayInputStream(list.getBytes(UTF_8)), "list.csv", OrganizationId.next(), ImportProgress.NONE);
        return AvailabilityId.of(
                SkuId.of(product, "1").orElseThrow(), Term.P1Y, BillingPlan.ANNUAL, "FR", "EUR", Segment.COMMERCIAL);
    }

    static String unique() {
        return "w" + COUNTER.incrementAndGet() + RUN;
    }

    /** Account info that is right, the agreement accepted. */
    static Map<String, String> account(String prefix) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Northwind " + prefix);
        fields.put("domainPrefix", prefix);
        fields.put("domainSuffix", "onpalier.example");
        fields.put("address.country", "FR");
        fields.put("address.line1", "5 rue Crébillon");
        fields.put("address.city", "Nantes");
        fields.put("address.postalCode", "44000");
        fields.put("firstName", "Nora");
        fields.put("lastName", "Vidal");
        fields.put("email", "nora@northwind.example");
        fields.put("language", "fr");
        fields.put("qualification", "NONE");
        fields.put("agreement", "accepted");
        fields.put("acceptedOn", "2025-01-15");
        fields.put("signatoryFirstName", "Nora");
        fields.put("signatoryLastName", "Vidal");
        fields.put("signatoryEmail", "nora@northwind.example");
        return fields;
    }
}
