package io.palier.application.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends the browser back to the application, with a code or with the reason why there is none. */
@Component
class AuthorizationAnswer implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    /** Added by the sign-in to the address that it comes back to. */
    private static final String FROM_SIGN_IN = "continue";

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var result = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = Objects.requireNonNull(result.getAuthorizationCode()).getTokenValue();
        var values = new LinkedHashMap<String, String>();
        values.put("code", code);
        send(request, response, Objects.requireNonNull(result.getRedirectUri()), values, result.getState());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var asked = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                ? refused.getAuthorizationCodeRequestAuthentication()
                : null;
        var address = asked == null ? null : asked.getRedirectUri();
        if (asked == null || address == null || address.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        var error = ((OAuth2AuthorizationCodeRequestAuthenticationException) failure).getError();
        var values = new LinkedHashMap<String, String>();
        values.put("error", error.getErrorCode());
        values.put("error_description", TokenProblem.sentence(error));
        send(request, response, address, values, asked.getState());
    }

    /**
     * A redirect in answer to a form may lead to pages of this portal only, so the sign-in's browser is led on by a page;
     * every other goes straight on.
     */
    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String address,
            Map<String, String> values,
            @Nullable String state)
            throws IOException, ServletException {
        var uri = UriComponentsBuilder.fromUriString(address);
        values.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        var all = new LinkedHashMap<String, Object>(values);
        if (state != null && !state.isEmpty()) {
            uri.queryParam("state", "{state}");
            all.put("state", state);
        }
        var target = uri.encode().buildAndExpand(all).toUriString();
        if (request.getParameter(FROM_SIGN_IN) != null) {
            request.setAttribute(Onward.TARGET, target);
            request.getRequestDispatcher(Onward.PAGE).forward(request, response);
        } else {
            response.sendRedirect(target);
        }
    }
}
