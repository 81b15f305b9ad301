package io.palier.identity.web;

import io.palier.identity.SecondFactor;
import io.palier.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Changes for whom the present session acts. */
@Component
class CurrentSession {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** Goes on as another of the person's memberships; a second factor that was used stays used. */
    void actAs(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (usedSecondFactor(signedIn)) {
            withSecondFactor(signedIn, request, response);
        } else {
            save(signedIn, List.of(), request, response);
        }
    }

    /** Goes on as a person who has just shown a second factor. */
    Authentication withSecondFactor(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        return save(signedIn, AuthorityUtils.createAuthorityList(SecondFactor.AUTHORITY), request, response);
    }

    private static boolean usedSecondFactor(SignedIn signedIn) {
        var now = SecurityContextHolder.getContext().getAuthentication();
        return now != null
                && now.getPrincipal() instanceof SignedIn before
                && before.account().equals(signedIn.account())
                && SecondFactor.wasUsed(now);
    }

    private Authentication save(
            SignedIn signedIn,
            List<GrantedAuthority> authorities,
            HttpServletRequest request,
            HttpServletResponse response) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, authorities);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return authentication;
    }
}
