package io.palier.identity.web;

import io.palier.identity.domain.SignInGuard.Attempt;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a person goes after signing in, or failing to. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, AuthenticationDetailsSource<HttpServletRequest, Attempt> {
    private final KnownDevices devices;
    private final Clock clock;

    SignInOutcome(KnownDevices devices, @Qualifier("systemClock") Clock clock) {
        this.devices = devices;
        this.clock = clock;
        setRedirectStrategy((_, response, address) -> response.sendRedirect(pathOf(address)));
    }

    /** The saved request has the host that the client wrote; the way back is a page of ours. */
    private static String pathOf(String address) {
        return address.replaceFirst("^https?://[^/]*", "");
    }

    @Override
    public Attempt buildDetails(HttpServletRequest request) {
        var name = name(request);
        return new Attempt(name, request.getRemoteAddr(), devices.find(request, name));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        goOn(request, response, authentication, name(request));
    }

    /** To where the person was going when the sign-in came between. */
    void goOn(HttpServletRequest request, HttpServletResponse response, Authentication authentication, String name)
            throws ServletException, IOException {
        if (devices.find(request, name).isEmpty()) {
            devices.remember(request, response, name);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof SecondFactorAwaited awaited) {
            new HalfSignIn(awaited.person(), name(request), clock.instant()).keep(request);
            response.sendRedirect("/sign-in/code");
            return;
        }
        request.setAttribute(
                "problem",
                switch (refused) {
                    case SignInLocked locked -> "identity.sign-in.locked";
                    case DisabledException disabled -> "identity.sign-in.no-membership";
                    default -> "identity.sign-in.refused";
                });
        if (refused instanceof SignInLocked locked) {
            request.setAttribute("seconds", locked.seconds());
            response.setHeader("Retry-After", Long.toString(locked.seconds()));
        }
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }

    private static String name(HttpServletRequest request) {
        var name = request.getParameter("username");
        return name == null ? "" : name.length() > 200 ? name.substring(0, 200) : name;
    }
}
