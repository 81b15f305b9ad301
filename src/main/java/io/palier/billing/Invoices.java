package io.palier.billing;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the invoices of the viewer's organization. Palier writes none yet: nothing is owed, and no invoice has a
 * number. All of it needs {@link Right#SEE_INVOICES}.
 */
@Service
@Transactional(readOnly = true)
public class Invoices {
    private final Organizations organizations;
    private final Clock clock;

    Invoices(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Whether the viewer's role lets see invoices at all. @throws Refusal forbidden */
    public void require(Viewer viewer) {
        viewer.require(Right.SEE_INVOICES);
    }

    /**
     * An invoice of the organization.
     *
     * @throws Refusal not found: there is none yet
     */
    public void find(Viewer viewer, String number) {
        require(viewer);
        throw Refusal.notFound();
    }

    /** What the organization owes, in the currency it is billed in; empty for those that nobody bills in one. */
    public Optional<Balance> balance(Viewer viewer) {
        require(viewer);
        return Optional.ofNullable(organizations.get(viewer.organization()).currency())
                .map(code -> new Balance(Money.zero(Currency.getInstance(code)), clock.instant()));
    }
}
