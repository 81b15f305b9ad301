package io.palier.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.partner.Dependent;
import io.palier.partner.Partnerships;
import io.palier.partner.Resolution;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalierTest
@Import(CustomerWorld.class)
class CustomersTests {
    @Autowired
    Clock clock;

    @Autowired
    Customers customers;

    @Autowired
    CustomerUsers users;

    @Autowired
    CustomerResellers resellers;

    @Autowired
    Partnerships partnerships;

    @Autowired
    CustomerWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void addsACustomerOnBehalfOfAReseller() {
        var provider = world.provider(Role.SALES_AGENT);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var prefix = CustomerWorld.prefix();
        var added = customers.add(provider, CustomerWorld.wanted("Northwind Traders", prefix, reseller.organization()));
        assertThat(added.admin().signInName()).isEqualTo("admin@" + prefix + ".onpalier.example");
        assertThat(added.admin().password()).hasSizeGreaterThan(15);
        var seen = customers.get(reseller, added.relationship());
        assertThat(seen.access()).isEqualTo(Access.RESELLER_CUSTOMER_LEVEL);
        assertThat(names(reseller, "")).containsExactly("Northwind Traders");
        assertThat(names(provider, "")).containsExactly("Northwind Traders");
        assertThat(jdbc.sql("select count(*) from audit_record where kind = 'customer.added' and customer_id = :id")
                        .param("id", added.customer().value())
                        .query(Integer.class)
                        .single())
                .as("in the log of provider, customer and reseller")
                .isEqualTo(3);
        assertThat(jdbc.sql("select reseller_id from customer_relationship_view where id = :id")
                        .param("id", added.relationship().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(reseller.organization().value());
    }

    @Test
    void makesOneCustomerOfTwoAdditions() {
        var provider = world.provider(Role.SALES_AGENT);
        var prefix = CustomerWorld.prefix();
        customers.add(provider, CustomerWorld.wanted("Northwind Traders", prefix, null));
        var before = count("organization");
        assertThatThrownBy(() -> customers.add(
                        provider, CustomerWorld.wanted("Northwind Traders", prefix.toUpperCase(Locale.ROOT), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("domainPrefix"));
        assertThat(count("organization")).isEqualTo(before);
        assertThat(names(provider, "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "with space", "é", "dash-ed", "dot.ted", "a\nb", "=1+1", "abcdefghijklmnopqrstuvwxyz12"})
    void refusesADomainPrefixOfAnythingButLettersAndDigits(String prefix) {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        assertThatThrownBy(() -> customers.add(provider, CustomerWorld.wanted("Northwind", prefix, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("domainPrefix"));
    }

    @Test
    void refusesAResellerThatIsNoPartner() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var stranger = world.organization(OrganizationKind.INDIRECT_RESELLER, "Adventure Works Cloud");
        assertThatThrownBy(() ->
                        customers.add(provider, CustomerWorld.wanted("Northwind", CustomerWorld.prefix(), stranger)))
                .hasMessage("partnership.none");
        assertThat(names(provider, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INDIRECT_RESELLER,GLOBAL_ADMIN",
        "CUSTOMER,GLOBAL_ADMIN",
        "OPERATOR,GLOBAL_ADMIN",
        "INDIRECT_PROVIDER,HELPDESK_AGENT",
        "INDIRECT_PROVIDER,BILLING_ADMIN"
    })
    void letsNobodyElseAddCustomers(OrganizationKind kind, Role role) {
        var viewer = world.person(world.organization(kind, "Litware Conseil"), role);
        assertThatThrownBy(() -> customers.add(viewer, CustomerWorld.wanted("Northwind", CustomerWorld.prefix(), null)))
                .hasMessage("right-missing");
    }

    /** What each may do with a customer: C contact, B billing, A attest, U add user, P reset password, R set reseller. */
    @ParameterizedTest
    @CsvSource({
        "PROVIDER,GLOBAL_ADMIN,CBAUPR",
        "PROVIDER,ADMIN_AGENT,CBAUPR",
        "PROVIDER,SALES_AGENT,CBAR",
        "PROVIDER,HELPDESK_AGENT,C",
        "PROVIDER,USER_ADMIN,UP",
        "RESELLER,GLOBAL_ADMIN,CUP",
        "RESELLER,ADMIN_AGENT,CUP",
        "RESELLER,SALES_AGENT,''",
        "RESELLER,HELPDESK_AGENT,P",
        "CUSTOMER,GLOBAL_ADMIN,UP"
    })
    void letsEachDoWhatTheTableSays(String who, Role role, String expected) {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var reseller = world.partnerOf(provider, Role.GLOBAL_ADMIN);
        var added = world.customer(provider, "Northwind Traders", reseller.organization());
        var organization = switch (who) {
            case "PROVIDER" -> provider.organization();
            case "RESELLER" -> reseller.organization();
            default -> added.customer();
        };
        var viewer = world.person(organization, role);
        var id = added.relationship();
        var user = users.list(world.admin(added), id, false, SearchText.of(""), null)
                .rows()
                .getFirst();
        var done = new StringBuilder();
        tried(done, "C", () -> customers.changeContact(viewer, id, version(provider, id), contact()));
        tried(
                done,
                "B",
                () -> customers.changeBilling(
                        viewer,
                        id,
                        version(provider, id),
                        customers.account(provider, id).billing()));
        tried(
                done,
                "A",
                () -> customers.attest(viewer, id, version(provider, id), acceptance(LocalDate.of(2026, 1, 2))));
        tried(
                done,
                "U",
                () -> users.add(viewer, id, newUser(users.domains(provider, id).getFirst())));
        tried(done, "P", () -> users.resetPassword(viewer, id, user.id()));
        tried(done, "R", () -> resellers.change(viewer, id, reseller.organization(), null, ""));
        assertThat(done).hasToString(expected);
    }

    @Test
    void tellsStrangersThatNothingIsThere() {
        var contoso = world.provider(Role.GLOBAL_ADMIN);
        var added = world.customer(contoso, "Northwind Traders", null);
        var id = added.relationship();
        var strangers = List.of(
                world.provider(Role.GLOBAL_ADMIN),
                world.partnerOf(contoso, Role.GLOBAL_ADMIN),
                world.admin(world.customer(contoso, "Tailspin Toys", null)),
                world.person(world.organization(OrganizationKind.OPERATOR, "Palier Cloud"), Role.GLOBAL_ADMIN));
        for (var stranger : strangers) {
            assertThatThrownBy(() -> customers.get(stranger, id)).hasMessage("not-found");
            assertThatThrownBy(() -> customers.account(stranger, id)).hasMessage("not-found");
            assertThatThrownBy(() -> users.list(stranger, id, false, SearchText.of(""), null))
                    .hasMessage("not-found");
            assertThatThrownBy(() -> resellers.history(stranger, id)).hasMessage("not-found");
            assertThatThrownBy(() -> resellers.remove(stranger, id, 1)).hasMessage("not-found");
            assertThatThrownBy(() -> customers.get(stranger, RelationshipId.next()))
                    .hasMessage("not-found");
        }
        assertThatThrownBy(() -> customers.get(world.person(contoso.organization(), Role.BILLING_ADMIN), id))
                .hasMessage("right-missing");
    }

    @Test
    void addsNoCustomerOfAnotherRegion() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var american = CustomerWorld.wanted(
                "Tailspin Toys",
                CustomerWorld.prefix(),
                null,
                new Address("US", "77 Mill Lane", null, "Portland", "OR", "97201"));
        assertThatThrownBy(() -> customers.add(provider, american)).hasMessage("customer.country");
    }

    @Test
    void changesTheResellerInDatedPeriods() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var fabrikam = world.partnerOf(provider, Role.ADMIN_AGENT);
        var litware = world.partnerOf(provider, Role.ADMIN_AGENT);
        var id = world.customer(provider, "Northwind Traders", fabrikam.organization())
                .relationship();
        resellers.change(provider, id, fabrikam.organization(), litware.organization(), "Moved to Lyon");
        assertThatThrownBy(() -> customers.get(fabrikam, id)).hasMessage("not-found");
        assertThat(names(fabrikam, "")).isEmpty();
        assertThat(names(litware, "")).containsExactly("Northwind Traders");
        assertThatThrownBy(() -> resellers.change(provider, id, fabrikam.organization(), null, ""))
                .hasMessage("changed-meanwhile");
        resellers.change(provider, id, litware.organization(), null, "");
        assertThatThrownBy(() -> customers.get(litware, id)).hasMessage("not-found");
        assertThat(resellers.history(provider, id))
                .hasSize(2)
                .allSatisfy(past -> assertThat(past.period().isOpen()).isFalse())
                .extracting(ResellerPeriod::reseller)
                .containsExactly(litware.organization(), fabrikam.organization());
    }

    @ParameterizedTest
    @CsvSource({"FALL_BACK", "HAND_OVER", "KEEP"})
    void doesWithTheCustomersOfAnEndingPartnershipWhatWasDecided(Resolution.Action action) {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var fabrikam = world.partnerOf(provider, Role.ADMIN_AGENT);
        var litware = world.partnerOf(provider, Role.ADMIN_AGENT);
        world.customer(provider, "Northwind Traders", fabrikam.organization());
        world.customer(provider, "Tailspin Toys", fabrikam.organization());
        assertThat(partnerships.impact(provider, fabrikam.organization()))
                .extracting(Dependent::name)
                .containsExactly("Northwind Traders", "Tailspin Toys");
        var other = action == Resolution.Action.HAND_OVER ? litware.organization() : null;
        partnerships.remove(
                provider,
                fabrikam.organization(),
                partnerships.get(provider, fabrikam.organization()).version(),
                new Resolution(Map.of(Dependent.Kind.CUSTOMER, new Resolution.Choice(action, other))));
        assertThat(names(fabrikam, "")).hasSize(action == Resolution.Action.KEEP ? 2 : 0);
        assertThat(names(litware, "")).hasSize(action == Resolution.Action.HAND_OVER ? 2 : 0);
        assertThat(names(provider, "")).hasSize(2);
    }

    @Test
    void findsByNameDomainOrIdWithoutAccentsAndCase() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var cafe = world.customer(provider, "Café Élysée 100%", reseller.organization());
        world.customer(provider, "Œuvres réunies", null);
        assertThat(names(provider, "CAFE elys")).containsExactly("Café Élysée 100%");
        assertThat(names(provider, "oeuvres")).containsExactly("Œuvres réunies");
        assertThat(names(provider, "0%")).containsExactly("Café Élysée 100%");
        assertThat(names(provider, "%")).hasSize(1);
        assertThat(names(provider, "_")).isEmpty();
        assertThat(names(provider, cafe.customer().toString().substring(4, 20))).hasSize(1);
        assertThat(names(provider, customers.get(provider, cafe.relationship()).domain()))
                .containsExactly("Café Élysée 100%");
        assertThat(customers
                        .list(provider, new CustomerFilter(SearchText.of(""), reseller.organization()), null)
                        .rows())
                .hasSize(1);
        assertThat(names(world.provider(Role.GLOBAL_ADMIN), "cafe")).isEmpty();
    }

    @Test
    void pagesThroughAllCustomersOnce() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        for (int i = 0; i < 27; i++) {
            world.customer(provider, i % 2 == 0 ? "Same name" : "Société " + i, null);
        }
        var seen = new ArrayList<RelationshipId>();
        var slice = customers.list(provider, CustomerFilter.ALL, null);
        slice.rows().forEach(row -> seen.add(row.id()));
        assertThat(seen).hasSize(25);
        slice = customers.list(provider, CustomerFilter.ALL, slice.next());
        slice.rows().forEach(row -> seen.add(row.id()));
        assertThat(seen).hasSize(27).doesNotHaveDuplicates();
        assertThat(slice.next()).isNull();
    }

    @Test
    void showsTheContactAndTheAgreementInTheListAsSoonAsTheyChange() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var id = world.customer(provider, "Northwind Traders", null).relationship();
        assertThat(customers.row(provider, id).orElseThrow().agreementAccepted())
                .isFalse();
        customers.changeContact(provider, id, version(provider, id), contact());
        customers.attest(provider, id, version(provider, id), acceptance(LocalDate.of(2026, 1, 2)));
        var row = customers.row(provider, id).orElseThrow();
        assertThat(row.contactName())
                .isEqualTo(contact().firstName() + " " + contact().lastName());
        assertThat(row.contactEmail()).isEqualTo(contact().email());
        assertThat(row.agreementAccepted()).isTrue();
        assertThat(row.since()).isEqualTo(customers.get(provider, id).since());
    }

    @Test
    void refusesAnAgreementOfTomorrowAndASecondOne() {
        var provider = world.provider(Role.SALES_AGENT);
        var id = world.customer(provider, "Northwind Traders", null).relationship();
        assertThatThrownBy(() -> customers.attest(
                        provider, id, 1, acceptance(LocalDate.now(clock).plusDays(2))))
                .hasMessage("customer.agreement-in-the-future");
        customers.attest(provider, id, 1, acceptance(LocalDate.of(2026, 1, 2)));
        assertThat(customers.get(provider, id).agreementAccepted()).isTrue();
        assertThatThrownBy(() -> customers.attest(provider, id, 2, acceptance(LocalDate.of(2026, 1, 2))))
                .hasMessage("customer.agreement-already-accepted");
    }

    @Test
    void lettingTheCustomerTakeRightsBackEndsThemAtOnce() {
        var provider = world.provider(Role.GLOBAL_ADMIN);
        var reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        var added = world.customer(provider, "Northwind Traders", reseller.organization());
        var id = added.relationship();
        var admin = world.admin(added);
        resellers.removeDelegation(admin, id, version(provider, id), reseller.organization());
        assertThatThrownBy(() -> customers.get(reseller, id)).hasMessage("not-found");
        resellers.removeDelegation(admin, id, version(provider, id), provider.organization());
        assertThatThrownBy(() -> users.list(provider, id, false, SearchText.of(""), null))
                .hasMessage("customer.not-administered");
        assertThat(users.list(admin, id, false, SearchText.of(""), null).rows()).hasSize(2);
        resellers.remove(admin, id, version(provider, id));
        assertThatThrownBy(() -> customers.get(provider, id)).hasMessage("not-found");
        assertThat(names(provider, "")).isEmpty();
    }

    private static void tried(StringBuilder done, String letter, Runnable action) {
        try {
            action.run();
            done.append(letter);
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        }
    }

    private int version(Viewer provider, RelationshipId id) {
        return customers.get(provider, id).version();
    }

    private static Contact contact() {
        return new Contact("Zoé", "Bernard", "zoe.bernard@northwind.example", null);
    }

    private static AgreementAcceptance acceptance(LocalDate on) {
        return new AgreementAcceptance(on, "Zoé", "Martin", "zoe@northwind.example", null);
    }

    private static CustomerUsers.NewCustomerUser newUser(String domain) {
        return new CustomerUsers.NewCustomerUser(
                "Ana", "Petit", "Ana Petit", "ana.petit", domain, null, false, Locale.FRENCH);
    }

    private List<String> names(Viewer viewer, String search) {
        return customers.list(viewer, new CustomerFilter(SearchText.of(search), none()), null).rows().stream()
                .map(CustomerRow::name)
                .toList();
    }

    private static @Nullable OrganizationId none() {
        return null;
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
