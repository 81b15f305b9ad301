package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.organization.Organizations;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PalierTest
class PasswordPagesTests {
    private static final String WANTED = "a password of my own";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    private People people;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
    }

    @Test
    void goesOnInANewSessionWhenATemporaryPasswordIsReplaced() {
        var provider = people.provider(Role.GLOBAL_ADMIN).organization();
        var person = people.in(provider, true, Role.SALES_AGENT);
        var before = session(signIn(person.signInName(), People.PASSWORD));
        assertThat(mvc.get().uri("/").cookie(before)).hasRedirectedUrl("/password");

        var changed = change(before);
        assertThat(changed).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/customers").cookie(session(changed))).hasStatusOk();
        assertThat(mvc.get().uri("/customers").cookie(before)).hasStatus3xxRedirection();
        assertThat(signIn(person.signInName(), WANTED)).hasRedirectedUrl("/");
    }

    private MvcTestResult signIn(String name, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult change(Cookie session) {
        return mvc.post()
                .uri("/password")
                .with(csrf())
                .with(PasswordPagesTests::atPassword)
                .cookie(session)
                .param("current", People.PASSWORD)
                .param("wanted", WANTED)
                .param("repeated", WANTED)
                .exchange();
    }

    /** A servlet container fills the path in, which the mock leaves empty. */
    private static MockHttpServletRequest atPassword(MockHttpServletRequest request) {
        request.setServletPath("/password");
        return request;
    }

    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("SESSION"));
    }
}
