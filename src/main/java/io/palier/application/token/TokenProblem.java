package io.palier.application.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Says why there is no token, in a sentence that clients show to people. */
@Component
class TokenProblem implements AuthenticationFailureHandler {
    private static final Map<String, String> SENTENCES = Map.of(
            "invalid_client", "The application is not known, is revoked, or its secret is wrong or expired.",
            "invalid_grant", "The code or refresh token is wrong, used up, expired or revoked.",
            "invalid_request", "The request lacks a parameter, or one is given twice or cannot be read.",
            "invalid_scope", "The scope is not one that the application may ask for.",
            "unauthorized_client", "The application may not ask for tokens in this way.",
            "unsupported_grant_type", "Tokens are not given in this way.",
            "authorization_pending", "Nobody has entered the code yet.",
            "access_denied", "The person refused.",
            "expired_token", "The code has expired; ask for a new one.");

    private final JsonAnswer json;

    TokenProblem(JsonAnswer json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = failure instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error("invalid_request");
        boolean unknownClient = error.getErrorCode().equals("invalid_client");
        if (unknownClient) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"palier\"");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("error", error.getErrorCode());
        answer.put("error_description", sentence(error));
        json.write(
                response,
                unknownClient ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_BAD_REQUEST,
                answer);
    }

    /** Sentences of the server itself that name nothing but a parameter say less than ours. */
    static String sentence(OAuth2Error error) {
        var given = error.getDescription();
        return isOurs(given)
                ? String.valueOf(given)
                : SENTENCES.getOrDefault(error.getErrorCode(), String.valueOf(given));
    }

    private static boolean isOurs(@Nullable String description) {
        return description != null && description.endsWith(".");
    }
}
