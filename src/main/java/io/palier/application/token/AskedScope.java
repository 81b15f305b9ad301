package io.palier.application.token;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an application asks for in the second dialect: OpenID's words, and permissions that name what they are for, such as
 * {@code https://graph.windows.net//.default}.
 *
 * @param resource what the permissions are for, as written; empty if none is named
 * @param scopes OpenID's words among them
 */
record AskedScope(Optional<String> resource, Set<String> scopes) {
    static final String USER_IMPERSONATION = "user_impersonation";
    static final String OFFLINE_ACCESS = "offline_access";
    static final String OPENID = "openid";
    private static final Set<String> OPEN_ID = Set.of(OPENID, "profile", "email", OFFLINE_ACCESS);

    static AskedScope parse(String text) {
        var scopes = new LinkedHashSet<String>();
        var resource = Optional.<String>empty();
        for (var word : text.strip().split("\\s+", -1)) {
            if (OPEN_ID.contains(word)) {
                scopes.add(word);
            } else if (resource.isEmpty() && word.lastIndexOf('/') > 0) {
                resource = Optional.of(word.substring(0, word.lastIndexOf('/')));
            }
        }
        return new AskedScope(resource, scopes);
    }
}
