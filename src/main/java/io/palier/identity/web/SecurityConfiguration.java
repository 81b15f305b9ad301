package io.palier.identity.web;

import static org.springframework.security.config.Customizer.withDefaults;

import io.palier.shared.web.PagePolicy;
import io.palier.shared.web.StaticFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One chain for static files, one for pages. Which page a person may use is decided at the module doors. */
@Configuration
class SecurityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Browsers remember for a year that a host is https, and this host is often "localhost". */
    @Bean
    @ConditionalOnBooleanProperty("palier.tls.development")
    Customizer<HeadersConfigurer<HttpSecurity>> nothingToRemember() {
        return headers -> headers.httpStrictTransportSecurity(hsts -> hsts.disable());
    }

    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> StaticFiles.include(request.getRequestURI())
                        || request.getRequestURI().startsWith("/actuator/health"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(csp -> csp.policyDirectives(PagePolicy.USUAL)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain pages(HttpSecurity http, SignInProvider provider, SignInOutcome outcome, ViewerFilter viewers)
            throws Exception {
        var lost = new LostSession();
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("palier_csrf");
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authenticationProvider(provider)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/sign-in",
                                "/sign-in/refused",
                                "/sign-in/code",
                                "/language",
                                "/enroll/**",
                                "/directory/**",
                                "/invitations/**",
                                "/set-up/**",
                                "/address-fields",
                                "/agreements/**",
                                "/webhook-certificate.pem",
                                "/help/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(protection -> protection.csrfTokenRepository(csrf))
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(outcome)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(lost))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(lost).accessDeniedHandler(SecurityConfiguration::deny))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(PagePolicy.USUAL))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .crossOriginOpenerPolicy(withDefaults()))
                .addFilterAfter(viewers, AuthorizationFilter.class)
                .build();
    }

    /** A form of a session that is over, or of a browser without cookies, is not a missing right: the page says which. */
    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            request.setAttribute("outdated", true);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Addresses that only an attack writes are refused before any chain; their page is strict all the same. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, rejected) -> {
            PagePolicy.beStrict(response);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /** The filter belongs to the chain of pages only, not to every request. */
    @Bean
    FilterRegistrationBean<ViewerFilter> viewerFilterOnlyInItsChain(ViewerFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
