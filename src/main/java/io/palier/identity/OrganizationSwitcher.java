package io.palier.identity;

import io.palier.identity.domain.Accounts;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organizations a person can act for. */
@Service
@Transactional(readOnly = true)
public class OrganizationSwitcher {
    private final Accounts accounts;

    OrganizationSwitcher(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The viewer's active memberships, oldest first; at most 50. */
    public List<OrganizationChoice> choices(Viewer viewer) {
        return accounts.choices(viewer.account());
    }
}
