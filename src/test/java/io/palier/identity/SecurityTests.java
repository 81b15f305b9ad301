package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.identity.domain.SignInGuard;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PalierTest
class SecurityTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    SignInGuard guard;

    @Value("${spring.session.timeout}")
    String sessionTimeout;

    People people;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
    }

    @Test
    void refusesAPostWithoutToken() {
        assertThat(mvc.post().uri("/language").param("language", "fr")).hasStatus(403);
    }

    @Test
    void everyPageForbidsInlineScriptsAndFrames() {
        var result = mvc.get().uri("/sign-in").exchange();
        var policy = Objects.requireNonNull(result.getResponse().getHeader("Content-Security-Policy"));
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(result)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin");
    }

    @Test
    void pagesAskToSignInFirst() {
        assertThat(mvc.get().uri("/account/users")).hasStatus3xxRedirection();
    }

    @Test
    void signInIsLockedAfterFailuresButNotForTheOwnersBrowser() {
        var owner = people.provider(Role.GLOBAL_ADMIN);
        var device = device(signIn(owner.signInName(), People.PASSWORD, "198.51.100.1"));
        assertThat(signIn(owner.signInName(), "guess", "203.0.113.7")).hasForwardedUrl("/sign-in/refused");
        for (int i = 0; i < 4; i++) {
            guard.failed(new SignInGuard.Attempt(owner.signInName(), "203.0.113.7", Optional.empty()));
        }
        assertThat(signIn(owner.signInName(), People.PASSWORD, "203.0.113.7"))
                .hasForwardedUrl("/sign-in/refused")
                .containsHeader("Retry-After");
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("username", owner.signInName())
                        .param("password", People.PASSWORD)
                        .cookie(device)
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void aTemporaryPasswordMustBeChangedFirst() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var fresh = people.in(admin.organization(), true, Role.SALES_AGENT);
        assertThat(mvc.get().uri("/account/users").with(fresh.signedIn())).hasRedirectedUrl("/password");
    }

    @Test
    void aLiveSessionEndsWithTheMembership() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var leaver = people.in(admin.organization(), Role.SALES_AGENT);
        assertThat(mvc.get().uri("/").with(leaver.signedIn())).hasStatusOk();
        users.deactivate(Actor.system(admin.organization()), admin.organization(), leaver.membership(), 1);
        assertThat(mvc.get().uri("/").with(leaver.signedIn())).hasRedirectedUrl("/sign-in?ended");
    }

    @Test
    void nobodySwitchesIntoAForeignMembership() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var stranger = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.post()
                        .uri("/organization")
                        .param("membership", stranger.membership().toString())
                        .with(admin.signedIn()))
                .hasStatus(404);
    }

    @Test
    void sessionsExpire() {
        assertThat(sessionTimeout).isEqualTo("8h");
    }

    private MvcTestResult signIn(String name, String password, String address) {
        return mvc.post()
                .uri("/sign-in")
                .param("username", name)
                .param("password", password)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static Cookie device(MvcTestResult result) {
        var header = result.getResponse().getHeaders("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("palier_device="))
                .findFirst()
                .orElseThrow();
        return new Cookie("palier_device", header.substring(header.indexOf('=') + 1, header.indexOf(';')));
    }
}
