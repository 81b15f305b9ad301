package io.palier.api.web;

import io.palier.api.Fault;
import io.palier.application.AccessTokens;
import io.palier.application.Caller;
import io.palier.identity.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads who calls from the bearer token, anew at every request; without one nothing goes on. */
class CallerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "OAuth realm=urn:cpsvc:cpid:palier";

    private final AccessTokens tokens;
    private final FaultWriter faults;

    CallerFilter(AccessTokens tokens, FaultWriter faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Ids.echo(request, response);
        var caller = token(request).flatMap(tokens::read);
        if (caller.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            faults.write(
                    new Fault(
                            Fault.Code.UNAUTHENTICATED,
                            "Access denied: the bearer token is missing or no longer good."),
                    response);
            return;
        }
        request.setAttribute(Caller.class.getName(), caller.get());
        request.setAttribute(Viewer.class.getName(), caller.get().viewer());
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** Behind this filter there is always one. */
    static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            return caller;
        }
        throw new Fault(Fault.Code.UNAUTHENTICATED, "Access denied.");
    }
}
