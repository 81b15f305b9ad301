package io.palier.identity.web;

import io.palier.identity.AccountId;
import io.palier.identity.SecondFactor;
import io.palier.identity.SecondFactors;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.identity.domain.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the viewer of every page request anew; ends the session of a membership that ended. */
@Component
class ViewerFilter extends OncePerRequestFilter {
    private static final Set<String> ALLOWED_WITH_TEMPORARY_PASSWORD = Set.of("/password", "/sign-out", "/language");

    private final Accounts accounts;
    private final CurrentSession session;
    private final SecondFactors secondFactors;

    ViewerFilter(Accounts accounts, CurrentSession session, SecondFactors secondFactors) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        var viewer = accounts.viewer(signedIn).or(() -> anotherMembership(signedIn, request, response));
        if (viewer.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            response.sendRedirect("/sign-in?ended");
            return;
        }
        request.setAttribute(ViewerArgument.ATTRIBUTE, viewer.get());
        if (viewer.get().mustChangePassword() && !ALLOWED_WITH_TEMPORARY_PASSWORD.contains(request.getServletPath())) {
            response.sendRedirect("/password");
            return;
        }
        if (isSecondFactorMissing(viewer.get(), authentication) && !isAllowedWithoutSecondFactor(request)) {
            response.sendRedirect(SecondFactorPages.ADDRESS);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isSecondFactorMissing(Viewer viewer, Authentication authentication) {
        return !SecondFactor.wasUsed(authentication) && secondFactors.isRequired(viewer);
    }

    private static boolean isAllowedWithoutSecondFactor(HttpServletRequest request) {
        var path = request.getServletPath();
        return ALLOWED_WITH_TEMPORARY_PASSWORD.contains(path)
                || path.equals("/organization")
                || path.startsWith(SecondFactorPages.ADDRESS);
    }

    private Optional<Viewer> anotherMembership(
            SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        return accounts.choices(new AccountId(signedIn.account())).stream()
                .findFirst()
                .flatMap(choice -> {
                    var other =
                            new SignedIn(signedIn.account(), choice.membership().value());
                    session.actAs(other, request, response);
                    return accounts.viewer(other);
                });
    }
}
