package io.palier.application.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** People are asked to sign in, programs are told that they are not known. */
@Component
class Unauthenticated implements AuthenticationEntryPoint {
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
    private final TokenProblem problem;

    Unauthenticated(TokenProblem problem) {
        this.problem = problem;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(Dialect.TOKEN)
                || request.getRequestURI().equals(Dialect.DEVICE)) {
            problem.onAuthenticationFailure(
                    request, response, new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        } else {
            signIn.commence(request, response, missing);
        }
    }
}
