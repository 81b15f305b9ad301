package io.palier.demo;

import static io.palier.identity.Role.ADMIN_AGENT;
import static io.palier.identity.Role.BILLING_ADMIN;
import static io.palier.identity.Role.GLOBAL_ADMIN;
import static io.palier.identity.Role.HELPDESK_AGENT;
import static io.palier.identity.Role.SALES_AGENT;
import static io.palier.identity.Role.USER_ADMIN;
import static io.palier.organization.OrganizationKind.INDIRECT_PROVIDER;
import static io.palier.organization.OrganizationKind.INDIRECT_RESELLER;
import static io.palier.organization.OrganizationKind.OPERATOR;
import static java.util.Locale.ENGLISH;
import static java.util.Locale.FRENCH;

import io.palier.identity.Role;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.SupportProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who takes part in the sample world. Ids and partner ids are fixed, so that examples can name them. */
public final class Cast {
    public static final OrganizationId OPERATOR_ID = id("0190a000-0000-7000-8000-000000000001");
    public static final OrganizationId CONTOSO = id("0190a000-0000-7000-8000-000000000010");
    public static final OrganizationId WINGTIP = id("0190a000-0000-7000-8000-000000000011");
    public static final OrganizationId FABRIKAM = id("0190a000-0000-7000-8000-000000000020");
    public static final OrganizationId LITWARE = id("0190a000-0000-7000-8000-000000000021");
    public static final OrganizationId ADVENTURE = id("0190a000-0000-7000-8000-000000000022");
    public static final OrganizationId PROSEWARE = id("0190a000-0000-7000-8000-000000000023");

    /** One person of the cast. */
    record Person(String signInName, String firstName, String lastName, Set<Role> roles) {

        String displayName() {
            return firstName + " " + lastName;
        }
    }

    /** One partner or the operator, with the people who sign in for it. */
    record Member(
            OrganizationId id,
            OrganizationKind kind,
            String name,
            Address address,
            Locale language,
            @Nullable String currency,
            @Nullable String locationPartnerId,
            SupportProfile support,
            List<Person> people) {}

    static final Member PALIER_CLOUD = new Member(
            OPERATOR_ID,
            OPERATOR,
            "Palier Cloud",
            new Address("FR", "1 place du Palier", null, "Lyon", null, "69002"),
            ENGLISH,
            null,
            null,
            SupportProfile.NONE,
            List.of(new Person("admin@operator.example", "Olive", "Perrin", Set.of(GLOBAL_ADMIN))));

    static final List<Member> PARTNERS = List.of(
            new Member(
                    CONTOSO,
                    INDIRECT_PROVIDER,
                    "Contoso Distribution",
                    new Address("FR", "12 quai de la Loire", null, "Nantes", null, "44000"),
                    FRENCH,
                    "EUR",
                    "5000010",
                    new SupportProfile(
                            "support@contoso.example", "+33240000010", "https://www.contoso.example/support"),
                    List.of(
                            new Person("admin@contoso.example", "Claire", "Morel", Set.of(GLOBAL_ADMIN)),
                            new Person("sales@contoso.example", "Samir", "Benali", Set.of(SALES_AGENT)),
                            new Person("helpdesk@contoso.example", "Hélène", "Dubois", Set.of(HELPDESK_AGENT)),
                            new Person("users@contoso.example", "Ugo", "Lefèvre", Set.of(USER_ADMIN)),
                            new Person("billing@contoso.example", "Béatrice", "Girard", Set.of(BILLING_ADMIN)))),
            new Member(
                    WINGTIP,
                    INDIRECT_PROVIDER,
                    "Wingtip Distribution",
                    new Address("US", "400 Harbor Street", "Suite 210", "Seattle", "WA", "98101"),
                    ENGLISH,
                    "USD",
                    "5000011",
                    new SupportProfile(
                            "support@wingtip.example", "+12065550111", "https://www.wingtip.example/support"),
                    List.of(new Person("admin@wingtip.example", "Walter", "Chen", Set.of(GLOBAL_ADMIN)))),
            new Member(
                    FABRIKAM,
                    INDIRECT_RESELLER,
                    "Fabrikam Services",
                    new Address("FR", "8 rue des Ateliers", null, "Rennes", null, "35000"),
                    FRENCH,
                    null,
                    "5000020",
                    new SupportProfile("aide@fabrikam.example", "+33299000020", "https://www.fabrikam.example/aide"),
                    List.of(
                            new Person("admin@fabrikam.example", "Fanny", "Roussel", Set.of(GLOBAL_ADMIN, ADMIN_AGENT)),
                            new Person("helpdesk@fabrikam.example", "Henri", "Caron", Set.of(HELPDESK_AGENT)))),
            new Member(
                    LITWARE,
                    INDIRECT_RESELLER,
                    "Litware Conseil",
                    new Address("FR", "3 cours Lafayette", null, "Lyon", null, "69003"),
                    FRENCH,
                    null,
                    "5000021",
                    new SupportProfile("contact@litware.example", "+33472000021", "https://www.litware.example"),
                    List.of(new Person("admin@litware.example", "Lise", "Fontaine", Set.of(GLOBAL_ADMIN)))),
            new Member(
                    ADVENTURE,
                    INDIRECT_RESELLER,
                    "Adventure Works Cloud",
                    new Address("FR", "27 avenue du Prado", null, "Marseille", null, "13008"),
                    ENGLISH,
                    null,
                    "5000022",
                    new SupportProfile("help@adventure.example", "+33491000022", "https://www.adventure.example"),
                    List.of(new Person("admin@adventure.example", "Adrian", "Walsh", Set.of(GLOBAL_ADMIN)))),
            new Member(
                    PROSEWARE,
                    INDIRECT_RESELLER,
                    "Proseware Cloud",
                    new Address("US", "75 Burnside Street", null, "Portland", "OR", "97209"),
                    ENGLISH,
                    null,
                    "5000024",
                    new SupportProfile("help@proseware.example", "+15035550124", "https://www.proseware.example"),
                    List.of(new Person("admin@proseware.example", "Paula", "Reyes", Set.of(GLOBAL_ADMIN)))));

    private Cast() {}

    private static OrganizationId id(String text) {
        return new OrganizationId(UUID.fromString(text));
    }
}
