package io.palier.identity;

import io.palier.identity.domain.Accounts;
import io.palier.organization.OrganizationId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Viewers that no session knows: of access tokens, read anew at every call so that rights that end, end at once. */
@Service
public class Viewers {
    private final Accounts accounts;

    Viewers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty once the membership is deactivated or deleted. One statement. */
    public Optional<Viewer> find(MembershipId membership) {
        return accounts.viewer(membership);
    }

    /** The account's active membership in an organization, if it has one. */
    public Optional<MembershipId> membership(AccountId account, OrganizationId organization) {
        return accounts.membership(account, organization);
    }
}
