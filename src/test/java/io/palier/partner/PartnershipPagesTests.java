package io.palier.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationFilter;
import io.palier.invitation.InvitationState;
import io.palier.invitation.InvitationView;
import io.palier.invitation.Invitations;
import io.palier.organization.OrganizationKind;
import io.palier.platform.BusinessClock;
import io.palier.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PalierTest
@Import(PartnerCast.class)
class PartnershipPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    PartnerCast cast;

    @Autowired
    PartnershipRequests requests;

    @Autowired
    Invitations invitations;

    @Autowired
    Partnerships partnerships;

    @Autowired
    BusinessClock clock;

    Viewer provider;
    Viewer reseller;

    @BeforeEach
    void people() {
        provider = cast.person(
                cast.organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution", "FR"),
                Role.GLOBAL_ADMIN,
                Locale.ENGLISH);
        reseller = cast.person(
                cast.organization(OrganizationKind.INDIRECT_RESELLER, "Fabrikam Services", "FR"),
                Role.GLOBAL_ADMIN,
                Locale.FRENCH);
    }

    @Test
    void tellsAProviderWithoutPartnersWhatToDo() {
        assertThat(mvc.get().uri("/resellers").with(as(provider)))
                .hasStatusOk()
                .bodyText()
                .contains("No partners yet", "Request a partnership");
        for (var tab : List.of("requests", "ended")) {
            assertThat(mvc.get().uri("/resellers?tab=" + tab).with(as(provider)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(tab.equals("ended") ? "No partnership has ended" : "No requests yet");
        }
        assertThat(mvc.get().uri("/resellers").with(as(reseller))).hasStatus(404);
        assertThat(mvc.get().uri("/providers").with(as(reseller)))
                .hasStatusOk()
                .bodyText()
                .contains("Aucun fournisseur ici");
    }

    @Test
    void draftsOneRequestForEachRecipientInTheirLanguage() {
        assertThat(mvc.post()
                        .uri("/resellers/requests/new")
                        .with(as(provider))
                        .with(csrf())
                        .param("recipients", "a@fabrikam.example\nb@litware.example, A@fabrikam.example")
                        .param("language", "fr"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/resellers?tab=requests");
        var drafts = requests.list(provider, InvitationFilter.ALL, null).rows();
        assertThat(drafts)
                .extracting(InvitationView::recipient)
                .containsExactlyInAnyOrder("a@fabrikam.example", "b@litware.example");
        assertThat(drafts).extracting(InvitationView::link).doesNotHaveDuplicates();
        assertThat(drafts).allSatisfy(draft -> assertThat(draft.text()).contains(draft.link(), "Bonjour,"));
        assertThat(mvc.post()
                        .uri("/resellers/requests/new")
                        .with(as(provider))
                        .with(csrf())
                        .param("recipients", "a@fabrikam.example <b>")
                        .param("language", "fr"))
                .hasStatus(422)
                .bodyText()
                .contains("is no e-mail address", "a@fabrikam.example &lt;b&gt;");
    }

    @Test
    void putsADeletedLinkBackAndSaysSo() {
        var request = draft();
        assertThat(mvc.post()
                        .uri("/requests/" + request.id())
                        .with(as(provider))
                        .with(csrf())
                        .param("subject", "Bonjour à tous")
                        .param("text", "Sans lien, hélas")
                        .param("action", "done")
                        .param("version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "put back at the end, because",
                        "Sans lien, hélas",
                        "Bonjour à tous",
                        request.link() + "</textarea>");
        assertThat(invitations.get(provider, request.id()).state()).isEqualTo(InvitationState.DRAFT);
    }

    @Test
    void opensAMailWithTheWholeAccentedText() {
        var request = draft();
        assertThat(mvc.post()
                        .uri("/requests/" + request.id())
                        .with(as(provider))
                        .with(csrf())
                        .param("subject", "Été & hiver + 100 %")
                        .param("text", "Chère équipe,\r\n" + request.link() + "\r\nÀ bientôt ?")
                        .param("action", "done")
                        .param("version", "0"))
                .hasStatus3xxRedirection();
        var body = mvc.get().uri("/requests/" + request.id()).with(as(provider)).exchange();
        assertThat(body)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "mailto:info@fabrikam.example?subject=%C3%89t%C3%A9%20%26%20hiver%20%2B%20100%20%25&amp;body=Ch%C3%A8re%20%C3%A9quipe%2C%0D%0A",
                        "%0D%0A%C3%80%20bient%C3%B4t%20%3F", "Copy to clipboard", "no mail server", ">Sent<");
    }

    @Test
    void leadsFromTheLinkToAnActivePartnership() {
        var path = path(draft());
        assertThat(mvc.get().uri(path))
                .hasStatusOk()
                .bodyText()
                .contains("Contoso Distribution", "/answer" + path, "/enroll?back=/invitations/");
        assertThat(requests.list(provider, InvitationFilter.ALL, null)
                        .rows()
                        .getFirst()
                        .state())
                .isEqualTo(InvitationState.DRAFT);
        assertThat(mvc.get().uri("/answer" + path)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/answer" + path).with(as(reseller))).hasRedirectedUrl(path);
        assertThat(mvc.get().uri(path).with(as(reseller)))
                .hasStatusOk()
                .bodyText()
                .contains("Autoriser le fournisseur indirect");
        assertThat(requests.list(provider, InvitationFilter.ALL, null)
                        .rows()
                        .getFirst()
                        .state())
                .isEqualTo(InvitationState.OPENED);
        assertThat(mvc.post().uri(path + "/acceptance").with(as(reseller)).with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(path + "/acceptance")
                        .with(as(reseller))
                        .with(csrf())
                        .param("agreed", "true"))
                .hasRedirectedUrl("/providers");
        assertThat(partnerships.isActive(provider.organization(), reseller.organization()))
                .isTrue();
        assertThat(mvc.get().uri("/providers").with(as(reseller))).bodyText().contains("Contoso Distribution");
        assertThat(mvc.get().uri("/resellers").with(as(provider)))
                .hasStatusOk()
                .bodyText()
                .contains("Fabrikam Services", "/customers/new?reseller=" + reseller.organization(), "/removal");
        assertThat(mvc.get().uri("/resellers?search=nobody&sort=-since").with(as(provider)))
                .hasStatusOk()
                .bodyText()
                .contains("No reseller matches");
        assertThat(mvc.get().uri(path)).hasStatus(410).bodyText().contains("This link has been used");
        assertThat(mvc.post()
                        .uri(path + "/acceptance")
                        .with(as(reseller))
                        .with(csrf())
                        .param("agreed", "true"))
                .hasStatusOk();
    }

    @Test
    void tellsTheProviderWhyItWasDeclined() {
        var request = draft();
        assertThat(mvc.post()
                        .uri(path(request) + "/refusal")
                        .with(as(reseller))
                        .with(csrf())
                        .param("reason", " "))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(path(request) + "/refusal")
                        .with(as(reseller))
                        .with(csrf())
                        .param("reason", "Déjà <liés>"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/requests/" + request.id()).with(as(provider)))
                .hasStatusOk()
                .bodyText()
                .contains("Déjà &lt;liés&gt;", ">Declined<", "Fabrikam Services");
    }

    @Test
    void namesWhatStandsInTheWay() {
        var path = path(draft());
        var american = cast.person(
                cast.organization(OrganizationKind.INDIRECT_RESELLER, "Adventure Works Cloud", "US"),
                Role.HELPDESK_AGENT,
                Locale.ENGLISH);
        assertThat(mvc.get().uri(path).with(as(american)))
                .hasStatusOk()
                .bodyText()
                .contains("different regions", "Only a global admin");
        assertThat(mvc.post()
                        .uri(path + "/acceptance")
                        .with(as(american))
                        .with(csrf())
                        .param("agreed", "true"))
                .hasStatus(422);
        assertThat(mvc.get().uri(path).with(as(provider))).bodyText().contains("acting for the provider");
        assertThat(partnerships.isActive(provider.organization(), american.organization()))
                .isFalse();
    }

    @Test
    void keepsOutAResellerThatIsNotEnrolled() {
        var path = path(draft());
        var stranger = cast.person(
                cast.register(OrganizationKind.INDIRECT_RESELLER, "Adventure Works Cloud", "FR"),
                Role.GLOBAL_ADMIN,
                Locale.ENGLISH);
        assertThat(mvc.get().uri(path).with(as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("its enrollment must be approved");
        assertThat(mvc.post()
                        .uri(path + "/acceptance")
                        .with(as(stranger))
                        .with(csrf())
                        .param("agreed", "true"))
                .hasStatus(422);
    }

    @Test
    void saysOfADeadLinkWhyAndWhatToDo() {
        var withdrawn = draft();
        invitations.withdraw(provider, withdrawn.id(), 0);
        assertThat(mvc.get().uri(path(withdrawn))).hasStatus(410).bodyText().contains("was withdrawn");
        var path = path(withdrawn);
        var altered = path.substring(0, path.length() - 2) + (path.endsWith("A") ? "BB" : "AA");
        assertThat(mvc.get().uri(altered)).hasStatus(404).bodyText().contains("incomplete or altered");
        assertThat(mvc.get().uri("/invitations/nonsense")).hasStatus(404);
        var expired = draft();
        clock.forward(Duration.ofDays(31));
        assertThat(mvc.get().uri(path(expired))).hasStatus(410).bodyText().contains("has expired", "resend");
        assertThat(mvc.post()
                        .uri(path(expired) + "/acceptance")
                        .with(as(reseller))
                        .with(csrf())
                        .param("agreed", "true"))
                .hasStatus(410);
        invitations.expireDue();
        invitations.resend(
                provider, expired.id(), invitations.get(provider, expired.id()).version());
        assertThat(mvc.get().uri(path(expired))).hasStatusOk();
        assertThat(invitations.get(provider, expired.id()).timeline())
                .extracting(InvitationView.Step::kind)
                .containsExactly("DRAFTED", "EXPIRED", "RESENT");
    }

    @Test
    void remindsOfWhatWasSentAndNotes() {
        var request = draft();
        assertThat(post("/requests/" + request.id() + "/reminder").param("version", "0"))
                .hasStatus(409);
        invitations.done(provider, request.id(), 0, request.subject(), request.text());
        assertThat(post("/requests/" + request.id() + "/reminder").param("version", "1"))
                .hasStatus3xxRedirection();
        var written = invitations.get(provider, request.id());
        assertThat(written.subject()).startsWith("Reminder: ");
        assertThat(written.text()).contains(request.link());
        invitations.done(provider, request.id(), 2, written.subject(), written.text());
        assertThat(invitations.get(provider, request.id()).timeline())
                .extracting(InvitationView.Step::kind)
                .containsExactly("DRAFTED", "SENT", "CHANGED", "REMINDED");
        assertThat(mvc.get().uri("/requests/" + request.id()).with(as(provider)))
                .bodyText()
                .contains(">Reminded<", "/reminder");
    }

    @Test
    void findsRequestsByStateRecipientAndWhoAnswered() {
        requests.draft(provider, List.of("one@litware.example", "two@adventure.example"), Locale.ENGLISH);
        var answered = draft();
        var path = path(answered);
        assertThat(mvc.post()
                        .uri(path + "/refusal")
                        .with(as(reseller))
                        .with(csrf())
                        .param("reason", "No"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri("/resellers?tab=requests&state=drafts&search=LITWARE")
                        .with(as(provider)))
                .bodyText()
                .contains("one@litware.example")
                .doesNotContain("two@adventure.example", "info@fabrikam.example");
        assertThat(mvc.get()
                        .uri("/resellers?tab=requests&state=declined&search=fabrikam serv")
                        .with(as(provider)))
                .bodyText()
                .contains("info@fabrikam.example")
                .doesNotContain("one@litware.example");
        assertThat(mvc.get().uri("/resellers?tab=requests&state=over").with(as(provider)))
                .bodyText()
                .contains("No request matches");
        clock.forward(Duration.ofDays(31));
        assertThat(mvc.get().uri("/resellers?tab=requests&state=over").with(as(provider)))
                .bodyText()
                .contains("one@litware.example", "two@adventure.example");
    }

    @Test
    void removesAPartnershipAfterShowingTheImpact() {
        partnerships.establish(
                Actor.system(provider.organization()), provider.organization(), reseller.organization(), false);
        var path = "/resellers/" + reseller.organization();
        assertThat(mvc.post()
                        .uri(path + "/ordering")
                        .with(as(provider))
                        .with(csrf())
                        .param("version", "0")
                        .param("mayOrder", "true"))
                .hasRedirectedUrl("/resellers");
        assertThat(partnerships.mayOrder(provider.organization(), reseller.organization()))
                .isTrue();
        assertThat(mvc.get().uri("/resellers").with(as(provider)))
                .bodyText()
                .contains("More actions: Fabrikam Services", "Orders directly", "Require your approval of its orders");
        assertThat(mvc.get().uri(path + "/removal").with(as(provider)))
                .hasStatusOk()
                .bodyText()
                .contains("Fabrikam Services", "Nothing of this kind");
        assertThat(remove(path, "1", false)).hasStatus(422);
        assertThat(remove(path, "0", true)).hasStatus(409).bodyText().contains("Somebody changed this meanwhile");
        assertThat(remove(path, "1", true)).hasRedirectedUrl("/resellers");
        assertThat(partnerships.isActive(provider.organization(), reseller.organization()))
                .isFalse();
        assertThat(mvc.get().uri(path + "/removal").with(as(provider))).hasStatus(404);
        assertThat(mvc.get().uri("/resellers?tab=ended").with(as(provider)))
                .bodyText()
                .contains("Fabrikam Services");
    }

    @Test
    void treatsForeignAndUnknownIdsAlike() {
        var request = draft();
        var stranger = cast.person(
                cast.organization(OrganizationKind.INDIRECT_PROVIDER, "Wingtip Distribution", "US"),
                Role.GLOBAL_ADMIN,
                Locale.ENGLISH);
        for (var id : List.of(request.id().toString(), UUID.randomUUID().toString(), "x")) {
            assertThat(mvc.get().uri("/requests/" + id).with(as(stranger))).hasStatus(404);
        }
        var helpdesk = cast.person(provider.organization(), Role.HELPDESK_AGENT, Locale.ENGLISH);
        assertThat(mvc.get().uri("/resellers/requests/new").with(as(helpdesk)))
                .hasStatus(403)
                .bodyText()
                .contains("Request partnerships");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult remove(
            String path, String version, boolean confirmed) {
        return mvc.post()
                .uri(path + "/removal")
                .with(as(provider))
                .with(csrf())
                .param("customers", "FALL_BACK")
                .param("subscriptions", "FALL_BACK")
                .param("support", "FALL_BACK")
                .param(confirmed ? "confirmed" : "_", "true")
                .param("version", version)
                .exchange();
    }

    private org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(provider)).with(csrf());
    }

    private InvitationView draft() {
        var id = requests.draft(provider, List.of("info@fabrikam.example"), Locale.ENGLISH)
                .getFirst();
        return invitations.get(provider, id);
    }

    private static String path(InvitationView request) {
        return request.link().substring(request.link().indexOf("/invitations/"));
    }

    private static RequestPostProcessor as(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.account().value(), viewer.membership().value()), null, List.of()));
    }
}
