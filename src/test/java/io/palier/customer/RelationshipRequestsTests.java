package io.palier.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationState;
import io.palier.invitation.InvitationView;
import io.palier.invitation.Invitations;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.partner.Resolution;
import io.palier.platform.BusinessClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@PalierTest
@Import(CustomerWorld.class)
class RelationshipRequestsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    RelationshipRequests requests;

    @Autowired
    Invitations invitations;

    @Autowired
    Customers customers;

    @Autowired
    CustomerResellers resellers;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Agreements agreements;

    @Autowired
    Organizations organizations;

    @Autowired
    CustomerWorld world;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    Viewer provider;
    Viewer reseller;
    Viewer admin;

    /** The admin of a customer that only another provider knows so far. */
    @BeforeEach
    void people() {
        provider = world.provider(Role.GLOBAL_ADMIN);
        reseller = world.partnerOf(provider, Role.ADMIN_AGENT);
        admin = world.admin(world.customer(world.provider(Role.GLOBAL_ADMIN), "Northwind Traders", null));
    }

    @Test
    void draftsJointlyAndShowsTheResellerWhatConcernsIt() {
        assertThat(post(provider, "/customers/requests/new")
                        .param("recipients", "it@northwind.example, boss@northwind.example")
                        .param("language", "fr")
                        .param("other", reseller.organization().toString())
                        .param("delegated", "true"))
                .hasRedirectedUrl("/customers/requests");
        var drafts = requests.list(provider, InvitationFilter.ALL, null).rows();
        assertThat(drafts)
                .hasSize(2)
                .allSatisfy(draft -> assertThat(draft.text())
                        .contains("Bonjour,", "Contoso Distribution", "Fabrikam Services", draft.link()));
        assertThat(drafts).extracting(InvitationView::link).doesNotHaveDuplicates();
        var own = get(provider, "/requests/" + drafts.getFirst().id());
        assertThat(own).hasStatusOk().bodyText().contains("invitation-link", "Copy to clipboard", "/withdrawal");
        assertThat(get(reseller, "/customers/requests"))
                .hasStatusOk()
                .bodyText()
                .contains("it@northwind.example", "Contoso Distribution with Fabrikam Services: delegated");
        assertThat(get(reseller, "/requests/" + drafts.getFirst().id()))
                .hasStatusOk()
                .bodyText()
                .contains("alone can change it", "get delegated administration")
                .doesNotContain(
                        "invitation-link", "/withdrawal", drafts.getFirst().link());
        assertThat(post(reseller, "/requests/" + drafts.getFirst().id() + "/withdrawal")
                        .param("version", "0"))
                .hasStatus(409);
        var stranger = world.partnerOf(provider, Role.GLOBAL_ADMIN);
        assertThat(get(stranger, "/requests/" + drafts.getFirst().id())).hasStatus(404);
        assertThat(get(stranger, "/customers/requests")).bodyText().contains("No requests yet");
        assertThat(get(admin, "/customers/requests")).hasStatus(404);
    }

    @Test
    void asksWithTheRightsOfTheRole() {
        var sales = world.person(provider.organization(), Role.SALES_AGENT);
        assertThat(get(sales, "/customers/requests/new"))
                .hasStatusOk()
                .bodyText()
                .contains("commerce only", "Admin agent")
                .doesNotContain("name=\"delegated\"");
        assertThat(draft(sales, null, "").exchange()).hasStatus3xxRedirection();
        assertThat(draft(sales, null, "true").exchange()).hasStatus(403);
        assertThat(get(world.person(provider.organization(), Role.HELPDESK_AGENT), "/customers/requests/new"))
                .hasStatus(403);
        var delegated = requests.draft(provider, List.of("a@b.example"), Locale.ENGLISH, null, true)
                .getFirst();
        assertThat(post(sales, "/requests/" + delegated + "/withdrawal").param("version", "0"))
                .hasStatus(403);
        assertThat(get(sales, "/requests/" + delegated))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("invitation-link");
    }

    @Test
    void letsAResellerInviteTogetherWithOneOfItsProviders() {
        assertThat(get(reseller, "/providers"))
                .bodyText()
                .contains("/customers/requests/new?other=" + provider.organization(), "Invite new customers");
        assertThat(draft(reseller, null, "true").exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Choose a provider");
        assertThat(draft(reseller, world.provider(Role.GLOBAL_ADMIN).organization(), "true")
                        .exchange())
                .hasStatus(422);
        assertThat(draft(reseller, provider.organization(), "true").exchange()).hasStatus3xxRedirection();
        var request = requests.list(reseller, InvitationFilter.ALL, null).rows().getFirst();
        assertThat(requests.list(provider, InvitationFilter.ALL, null).rows())
                .singleElement()
                .satisfies(seen -> assertThat(seen.isOwn()).isFalse());
        accept(request);
        assertThat(names(provider)).containsExactly("Northwind Traders");
        assertThat(names(reseller)).containsExactly("Northwind Traders");
    }

    @Test
    void leadsFromTheLinkToARelationshipThatAllSidesSee() {
        var request = joint(true);
        var path = path(request);
        assertThat(mvc.get().uri(path))
                .hasStatusOk()
                .bodyText()
                .contains("Contoso Distribution", "Fabrikam Services", "delegated administration", "/answer" + path);
        assertThat(mvc.get().uri("/answer" + path)).hasStatus3xxRedirection();
        assertThat(state(request)).isEqualTo(InvitationState.DRAFT);
        assertThat(get(admin, "/answer" + path)).hasRedirectedUrl(path);
        assertThat(get(admin, path))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"agreed\"", "name=\"agreement\"", "Read the customer agreement", "Decline");
        assertThat(state(request)).isEqualTo(InvitationState.OPENED);
        assertThat(names(provider)).isEmpty();
        assertThat(post(admin, path + "/acceptance")).hasStatus(422);
        assertThat(post(admin, path + "/acceptance").param("agreed", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("accept the customer agreement too");
        assertThat(post(admin, path + "/acceptance")
                        .param("agreed", "true")
                        .param("agreement", "true")
                        .param("version", OrganizationId.next().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("changed meanwhile");
        assertThat(names(provider)).isEmpty();
        accept(request);
        assertThat(names(provider)).containsExactly("Northwind Traders");
        assertThat(names(reseller)).containsExactly("Northwind Traders");
        var customer = customer();
        assertThat(customer.agreementAccepted()).isTrue();
        assertThat(customer.delegatedToProvider()).isTrue();
        assertThat(customer.delegatedToReseller()).isTrue();
        assertThat(customer.resellerName()).isEqualTo("Fabrikam Services");
        for (var organization : List.of(provider.organization(), reseller.organization(), admin.organization())) {
            assertThat(jdbc.sql("""
                            select count(*) from audit_record
                            where owner_id = :id and kind in
                                ('relationship-request.accepted', 'customer.relationship-accepted')""")
                            .param("id", organization.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
        assertThat(mvc.get().uri(path)).hasStatus(410).bodyText().contains("This link has been used");
        assertThat(post(admin, path + "/acceptance").param("agreed", "true")).hasStatusOk();
        assertThat(get(provider, "/customers/requests?state=accepted&search=northwind"))
                .bodyText()
                .contains("Northwind Traders");
    }

    @Test
    void asksForCommerceOnly() {
        accept(joint(false));
        assertThat(customer().delegatedToProvider()).isFalse();
        assertThat(customer().delegatedToReseller()).isFalse();
        assertThat(names(reseller)).hasSize(1);
        assertThat(get(provider, "/customers/" + customer().id() + "/users")).hasStatusOk();
        assertThat(get(provider, "/customers/" + customer().id() + "/partners"))
                .bodyText()
                .contains("/customers/requests/new?relationship=" + customer().id());
        assertThat(get(
                        provider,
                        "/customers/requests/new?relationship=" + customer().id()))
                .hasStatusOk()
                .bodyText()
                .contains(admin.signInName());
    }

    @Test
    void tellsTheWrongAccountWhichOneIsNeeded() {
        var path = path(joint(true));
        assertThat(get(provider, path)).bodyText().contains("acting for a partner that asks");
        assertThat(get(reseller, path)).bodyText().contains("acting for a partner that asks");
        assertThat(get(world.partnerOf(provider, Role.GLOBAL_ADMIN), path))
                .bodyText()
                .contains("partners cannot be customers of their own provider");
        var user = world.person(admin.organization());
        assertThat(get(user, path)).hasStatusOk().bodyText().contains("Only a global admin", "Northwind Traders");
        for (var wrong : List.of(provider, reseller, user)) {
            assertThat(post(wrong, path + "/acceptance").param("agreed", "true"))
                    .hasStatus(422);
        }
        assertThat(post(user, path + "/refusal").param("reason", "No")).hasStatus(403);
        assertThat(names(provider)).isEmpty();
    }

    @Test
    void keepsToTheRegion() {
        var french = world.admin(world.customer(provider, "Tailspin Toys", null));
        var seattle = new Address("US", "400 Harbor Street", null, "Seattle", "WA", "98101");
        var other = world.person(
                world.organization(OrganizationKind.INDIRECT_PROVIDER, "Wingtip Distribution", seattle),
                Role.GLOBAL_ADMIN);
        var path = path(single(other));
        assertThat(get(french, path)).bodyText().contains("different regions");
        assertThat(post(french, path + "/acceptance").param("agreed", "true")).hasStatus(422);
        assertThat(names(other)).isEmpty();
    }

    @Test
    void restoresRightsThatTheCustomerTookBack() {
        accept(joint(true));
        var id = customer().id();
        resellers.removeDelegation(admin, id, customer().version(), provider.organization());
        resellers.removeDelegation(admin, id, customer().version(), reseller.organization());
        assertThat(names(reseller)).isEmpty();
        var again = joint(true);
        assertThat(get(admin, path(again))).hasStatusOk().bodyText().doesNotContain("name=\"agreement\"");
        assertThat(post(admin, path(again) + "/acceptance").param("agreed", "true"))
                .hasRedirectedUrl("/partner-relationships");
        assertThat(customer().id()).isEqualTo(id);
        assertThat(customer().delegatedToProvider()).isTrue();
        assertThat(names(reseller)).hasSize(1);
        assertThat(get(admin, path(joint(true)))).bodyText().contains("granted all of this already");
        resellers.remove(admin, id, customer().version());
        assertThat(names(provider)).isEmpty();
        assertThat(post(admin, path(single(provider)) + "/acceptance").param("agreed", "true"))
                .hasRedirectedUrl("/partner-relationships");
        assertThat(customer().id()).isEqualTo(id);
        assertThat(names(provider)).hasSize(1);
        assertThat(names(reseller)).isEmpty();
    }

    @Test
    void saysWhichResellerIsReplaced() {
        accept(joint(true));
        var other = world.partnerOf(provider, Role.ADMIN_AGENT);
        var id = requests.draft(other, List.of("a@northwind.example"), Locale.ENGLISH, provider.organization(), true)
                .getFirst();
        var request = invitations.get(other, id);
        assertThat(get(admin, path(request))).bodyText().contains("no longer looks after you");
        accept(request);
        assertThat(names(reseller)).isEmpty();
        assertThat(names(other)).hasSize(1);
        assertThat(resellers.history(provider, customer().id())).hasSize(2);
    }

    @Test
    void needsThePartnershipUntilTheAnswer() {
        var request = joint(true);
        var row = partnerships.get(provider, reseller.organization());
        partnerships.remove(provider, reseller.organization(), row.version(), new Resolution(Map.of()));
        assertThat(get(admin, path(request))).bodyText().contains("no longer partners");
        assertThat(post(admin, path(request) + "/acceptance").param("agreed", "true"))
                .hasStatus(422);
        assertThat(names(provider)).isEmpty();
        assertThatThrownBy(() -> joint(true)).hasMessage("partnership.none");
    }

    @Test
    void declinesWithAReasonAndEndsLinksThatAreOver() {
        var declined = joint(true);
        assertThat(post(admin, path(declined) + "/refusal").param("reason", " "))
                .hasStatus(422);
        assertThat(post(admin, path(declined) + "/refusal").param("reason", "We are <happy>"))
                .hasStatus3xxRedirection();
        assertThat(get(reseller, "/requests/" + declined.id()))
                .bodyText()
                .contains("We are &lt;happy&gt;", "Northwind Traders", ">Declined<");
        assertThat(mvc.get().uri(path(declined))).hasStatus(410).bodyText().contains("was declined");
        var withdrawn = joint(true);
        invitations.withdraw(provider, withdrawn.id(), 0);
        assertThat(get(admin, path(withdrawn))).hasStatus(410).bodyText().contains("was withdrawn");
        assertThat(mvc.get().uri(path(withdrawn).substring(0, 40)))
                .hasStatus(404)
                .bodyText()
                .contains("incomplete or altered");
        var expired = joint(true);
        clock.forward(Duration.ofDays(31));
        assertThat(post(admin, path(expired) + "/acceptance").param("agreed", "true"))
                .hasStatus(410)
                .bodyText()
                .contains("has expired");
        assertThat(names(provider)).isEmpty();
    }

    @Test
    void lettingTheCustomerTakeRightsBackAsksFirstAndActsInLiveSessions() {
        accept(joint(true));
        var id = customer().id();
        var page = "/partner-relationships/" + id + "/rights?partner=" + reseller.organization();
        assertThat(get(reseller, "/customers/" + id + "/users")).hasStatusOk();
        assertThat(get(admin, "/partner-relationships"))
                .hasStatusOk()
                .bodyText()
                .contains("Fabrikam Services", "Contoso Distribution", page.replace("?partner", "?partner"));
        assertThat(get(admin, page))
                .hasStatusOk()
                .bodyText()
                .contains("you leave its list of customers", "can ask you again", "runs; nothing is cut off");
        assertThat(removeRights(id, reseller.organization(), false)).hasStatus(422);
        assertThat(get(reseller, "/customers/" + id + "/users")).hasStatusOk();
        assertThat(removeRights(id, reseller.organization(), true)).hasRedirectedUrl("/partner-relationships");
        assertThat(get(reseller, "/customers/" + id + "/users")).hasStatus(404);
        assertThat(removeRights(id, provider.organization(), true)).hasRedirectedUrl("/partner-relationships");
        assertThat(get(provider, "/customers/" + id + "/users")).bodyText().doesNotContain(admin.signInName());
        for (var stranger : List.of(provider, world.person(admin.organization()))) {
            assertThat(get(stranger, "/partner-relationships/" + id + "/rights?partner=" + provider.organization()))
                    .matches(answer -> answer.getResponse().getStatus() >= 403);
        }
        assertThat(get(admin, "/partner-relationships/" + id + "/rights?partner=" + OrganizationId.next()))
                .hasStatus(404);
    }

    @Test
    void noProviderLearnsAnythingOfAnother() {
        var wingtip = world.person(
                world.organization(OrganizationKind.INDIRECT_PROVIDER, "Wingtip Distribution"), Role.GLOBAL_ADMIN);
        accept(single(wingtip), false);
        accept(joint(true));
        var id = customer().id();
        for (var tab : List.of("", "/account", "/users", "/partners", "/activity", "/orders")) {
            assertThat(get(provider, "/customers/" + id + tab))
                    .as(tab)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Wingtip");
        }
        for (var page :
                List.of("/customers", "/customers/requests", "/customers/export.csv", "/account/activity", "/")) {
            assertThat(get(provider, page)).as(page).bodyText().doesNotContain("Wingtip");
        }
        var theirs = customers
                .list(wingtip, CustomerFilter.ALL, null)
                .rows()
                .getFirst()
                .id();
        assertThat(get(provider, "/customers/" + theirs)).hasStatus(404);
        for (var tab : List.of("", "/account", "/users", "/partners", "/activity", "/orders")) {
            assertThat(get(wingtip, "/customers/" + theirs + tab))
                    .as(tab)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Contoso", "Fabrikam");
        }
        resellers.removeDelegation(admin, id, customer().version(), provider.organization());
        assertThat(customers.get(wingtip, theirs).delegatedToProvider()).isTrue();
        assertThat(get(admin, "/partner-relationships")).bodyText().contains("Wingtip", "Contoso");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult removeRights(
            RelationshipId id, OrganizationId partner, boolean sure) {
        return post(admin, "/partner-relationships/" + id + "/remove-rights")
                .param("partner", partner.toString())
                .param("version", Integer.toString(customer().version()))
                .param(sure ? "sure" : "_", "true")
                .exchange();
    }

    private void accept(InvitationView request) {
        accept(request, true);
    }

    private void accept(InvitationView request, boolean known) {
        var agreement =
                agreements.current(AgreementKind.CUSTOMER, Locale.ENGLISH).id();
        assertThat(post(admin, path(request) + "/acceptance")
                        .param("agreed", "true")
                        .param("agreement", "true")
                        .param("version", agreement.toString()))
                .as("known %s", known)
                .hasRedirectedUrl("/partner-relationships");
    }

    private InvitationView joint(boolean delegated) {
        var id = requests.draft(
                        provider, List.of("it@northwind.example"), Locale.ENGLISH, reseller.organization(), delegated)
                .getFirst();
        return invitations.get(provider, id);
    }

    private InvitationView single(Viewer asking) {
        var id = requests.draft(asking, List.of("it@northwind.example"), Locale.ENGLISH, null, true)
                .getFirst();
        return invitations.get(asking, id);
    }

    private MockMvcRequestBuilder draft(Viewer viewer, @Nullable OrganizationId other, String delegated) {
        return post(viewer, "/customers/requests/new")
                .param("recipients", "it@northwind.example")
                .param("language", "en")
                .param("other", other == null ? "" : other.toString())
                .param("delegated", delegated);
    }

    private InvitationState state(InvitationView request) {
        InvitationId id = request.id();
        return invitations.get(provider, id).state();
    }

    private CustomerView customer() {
        var row = customers.list(provider, CustomerFilter.ALL, null).rows().getFirst();
        return customers.get(provider, row.id());
    }

    private List<String> names(Viewer viewer) {
        return customers.list(viewer, CustomerFilter.ALL, null).rows().stream()
                .map(CustomerRow::name)
                .toList();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(CustomerWorld.as(viewer)).exchange();
    }

    private MockMvcRequestBuilder post(Viewer viewer, String uri) {
        return mvc.post().uri(uri).with(CustomerWorld.as(viewer)).with(csrf());
    }

    private static String path(InvitationView request) {
        return request.link().substring(request.link().indexOf("/invitations/"));
    }
}
