package io.palier.billing;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what a month costs a provider. Nothing is charged yet and no product is metered, so that every total is
 * zero. Needs {@link Right#SEE_PRICES}, which resellers cannot have.
 */
@Service
@Transactional(readOnly = true)
public class Costs {
    private final Customers customers;
    private final Organizations organizations;
    private final Clock clock;

    Costs(Customers customers, Organizations organizations, Clock clock) {
        this.customers = customers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Which month, in UTC. */
    public enum Month {
        /** The last one that is over. */
        MOST_RECENT,
        CURRENT
    }

    /**
     * The costs of a month.
     *
     * @param to the first instant of the following month
     */
    public record MonthlyCosts(Instant from, Instant to, Money total) {}

    /**
     * What one customer costs.
     *
     * @throws Refusal not found, for strangers; forbidden
     */
    public MonthlyCosts of(Viewer viewer, RelationshipId id, Month month) {
        var customer = customers.get(viewer, id);
        customer.require(viewer, Right.SEE_PRICES);
        return none(customer.provider(), month);
    }

    /** What all customers of the viewer's organization cost. */
    public MonthlyCosts ofAll(Viewer viewer, Month month) {
        viewer.require(Right.SEE_PRICES);
        return none(viewer.organization(), month);
    }

    private MonthlyCosts none(OrganizationId provider, Month month) {
        var now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        var wanted = month == Month.CURRENT ? now : now.minusMonths(1);
        var currency = Objects.requireNonNull(organizations.get(provider).currency());
        return new MonthlyCosts(start(wanted), start(wanted.plusMonths(1)), Money.zero(Currency.getInstance(currency)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
