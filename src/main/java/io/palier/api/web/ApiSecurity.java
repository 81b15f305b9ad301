package io.palier.api.web;

import io.palier.api.domain.Repetition;
import io.palier.application.AccessTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The chain of the API: a bearer token at every request, no session, no cookie. */
@Configuration
class ApiSecurity {

    @Bean
    @Order(5)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTokens tokens,
            FaultWriter faults,
            ApiJson json,
            Throttle throttle,
            Repetition repetition)
            throws Exception {
        var callers = new CallerFilter(tokens, faults);
        return http.securityMatcher(request -> ApiPaths.areOurs(request.getRequestURI()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(callers, AuthorizationFilter.class)
                .addFilterAfter(new ThrottleFilter(throttle, faults), CallerFilter.class)
                .addFilterAfter(new RepetitionFilter(repetition, faults, json), ThrottleFilter.class)
                .build();
    }
}
