package io.palier.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.identity.Passwords;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewers;
import io.palier.identity.domain.SignInGuard.Attempt;
import io.palier.organization.Organizations;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Guessing is slowed and stopped, whoever guesses from wherever; nobody is shut out by somebody else. */
@PalierTest
class SignInGuardTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    Passwords passwords;

    private People people;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
    }

    @Test
    void aNameFromOneAddressIsSlowedThenLockedLongerAndLonger() {
        var name = name();
        var attempt = from(name, address());
        fail(at(NOON), attempt, 2);
        assertThat(at(NOON).wait(attempt)).isZero();
        fail(at(NOON), attempt, 1);
        assertThat(at(NOON).wait(attempt)).isEqualTo(Duration.ofSeconds(2));
        fail(at(NOON), attempt, 2);
        assertThat(at(NOON).wait(attempt)).isEqualTo(Duration.ofMinutes(1));
        fail(at(NOON), attempt, 20);
        assertThat(at(NOON).wait(attempt)).isEqualTo(Duration.ofMinutes(15));
        assertThat(at(NOON.plusSeconds(901)).wait(attempt)).isZero();
        assertThat(at(NOON).wait(from(name, address()))).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesIsLockedForAll() {
        var address = address();
        for (int i = 0; i < 50; i++) {
            at(NOON).failed(from(name(), address));
        }
        assertThat(at(NOON).wait(from(name(), address))).isPositive();
        assertThat(at(NOON).wait(from(name(), address()))).isZero();
    }

    @Test
    void aNameTriedFromManyAddressesIsLockedForStrangersOnly() {
        var name = name();
        for (int i = 0; i < 100; i++) {
            at(NOON).failed(from(name, address()));
        }
        assertThat(at(NOON).wait(from(name, address()))).isPositive();
        assertThat(at(NOON).wait(new Attempt(name, address(), Optional.of("the owner’s browser"))))
                .isZero();
        assertThat(at(NOON.plus(Duration.ofMinutes(16))).wait(from(name, address())))
                .isZero();
    }

    @Test
    void anotherNodeAndTheNextStartKnowOfTheFailures() {
        var attempt = from(name(), address());
        fail(at(NOON), attempt, 5);
        assertThat(at(NOON).wait(attempt)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anUnknownNameGetsTheSameAnswerAsAWrongPasswordAfterTheSameWork() {
        var known = people.provider(Role.GLOBAL_ADMIN).signInName();
        signIn(known, "warming up");
        var start = System.nanoTime();
        var wrong = signIn(known, "a wrong password");
        var middle = System.nanoTime();
        var unknown = signIn("nobody" + name(), "a wrong password");
        var end = System.nanoTime();
        assertThat(unknown).hasForwardedUrl("/sign-in/refused");
        assertThat(wrong).hasForwardedUrl("/sign-in/refused");
        assertThat(unknown.getRequest().getAttribute("problem"))
                .isEqualTo(wrong.getRequest().getAttribute("problem"));
        // The hash is nearly all of the time; a name that is looked up only would take a hundredth of it.
        assertThat(end - middle).isGreaterThan((middle - start) / 4);
    }

    @Test
    void thePresentPasswordCannotBeGuessedInALiveSession() {
        var person = people.provider(Role.GLOBAL_ADMIN);
        var viewer = viewers.find(person.membership()).orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> passwords.change(viewer, "a guess", "tide above quiet harbor"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("password.wrong");
        }
        assertThatThrownBy(() -> passwords.change(viewer, People.PASSWORD, "tide above quiet harbor"))
                .hasMessage("password.locked");
    }

    @Test
    void aPasswordEverybodyTakesIsRefused() {
        var person = people.provider(Role.GLOBAL_ADMIN);
        var viewer = viewers.find(person.membership()).orElseThrow();
        assertThatThrownBy(() -> passwords.change(viewer, People.PASSWORD, "Password-2026!"))
                .hasMessage("password.too-weak");
        assertThatThrownBy(() -> passwords.change(viewer, People.PASSWORD, "short-one"))
                .hasMessage("password.too-short");
    }

    private SignInGuard at(Instant instant) {
        return new SignInGuard(jdbc, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static void fail(SignInGuard guard, Attempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            guard.failed(attempt);
        }
    }

    private static Attempt from(String name, String address) {
        return new Attempt(name, address, Optional.empty());
    }

    private static String name() {
        return UUID.randomUUID() + "@guard.example";
    }

    private static String address() {
        return "test-" + UUID.randomUUID();
    }

    private MvcTestResult signIn(String name, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2.77");
                    return request;
                })
                .param("username", name)
                .param("password", password)
                .exchange();
    }
}
