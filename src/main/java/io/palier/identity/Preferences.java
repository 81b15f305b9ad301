package io.palier.identity;

import io.palier.identity.domain.Accounts;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people choose for themselves. */
@Service
@Transactional
public class Preferences {
    private final Accounts accounts;

    Preferences(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Remembers the language the viewer reads and is written to in, whichever organization they act for. */
    public void language(Viewer viewer, Locale language) {
        accounts.language(viewer.account(), language);
    }
}
