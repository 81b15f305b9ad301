package io.palier.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * What becomes of a request without a session. Pages come back after the sign-in, and so do the steps of the wizard, as
 * they were sent: their CSRF token was checked before. A fragment asked for by a script is refused, so that no sign-in
 * page appears in the middle of another.
 */
final class LostSession extends HttpSessionRequestCache implements AuthenticationEntryPoint {
    private static final Pattern STEP = Pattern.compile("/customers/new/[0-9a-fA-F-]{36}/(account|subscriptions)");

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
    private final AuthenticationEntryPoint refuse = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);

    LostSession() {
        setRequestMatcher(LostSession::isToComeBack);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException, ServletException {
        (isFragment(request) ? refuse : signIn).commence(request, response, missing);
    }

    private static boolean isToComeBack(HttpServletRequest request) {
        return !isFragment(request)
                && switch (request.getMethod()) {
                    case "GET" -> !request.getRequestURI().equals("/favicon.ico");
                    case "POST" -> STEP.matcher(request.getRequestURI()).matches();
                    default -> false;
                };
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || request.getHeader("X-Requested-With") != null;
    }
}
