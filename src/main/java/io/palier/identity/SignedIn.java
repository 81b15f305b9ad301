package io.palier.identity;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session remembers: which account acts for which membership. Everything else is read anew. */
public record SignedIn(UUID account, UUID membership) implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return account.toString();
    }
}
