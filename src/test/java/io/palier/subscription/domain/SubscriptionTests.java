package io.palier.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Money;
import io.palier.subscription.Base;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules and states of portal reference 3.6. */
class SubscriptionTests {
    private static final Instant START = Instant.parse("2027-01-31T09:00:00Z");
    private static final Instant DAY_3 = START.plus(Duration.ofDays(3));
    private static final Instant DAY_8 = START.plus(Duration.ofDays(8));

    @Test
    void givesLicensesBackOnlyInTheFirstSevenDays() {
        var early = paid(Term.P1Y);
        early.changeQuantity(4, 2, DAY_3);
        assertThat(early.quantity()).isEqualTo(4);
        var late = paid(Term.P1Y);
        assertThatThrownBy(() -> late.changeQuantity(9, 2, DAY_8)).hasMessage("subscription.reduction-window-over");
        late.changeQuantity(11, 2, DAY_8);
        assertThat(late.quantity()).isEqualTo(11);
        assertThatThrownBy(() -> paid(Term.P1Y).changeQuantity(4, 5, DAY_3))
                .hasMessage("subscription.quantity-assigned");
        assertThatThrownBy(() -> paid(Term.P1Y).changeQuantity(301, 0, DAY_3))
                .hasMessage("subscription.quantity-out-of-range");
    }

    @Test
    void keepsTheDayOnWhichDataIsLostThroughTheTermsEnd() {
        var monthly = paid(Term.P1M);
        monthly.suspend(DAY_8);
        assertThat(monthly.dataLostAt()).isEqualTo(DAY_8.plus(Duration.ofDays(90)));
        monthly.suspend(DAY_8.plus(Duration.ofDays(1)));
        assertThat(monthly.dataLostAt()).isEqualTo(DAY_8.plus(Duration.ofDays(90)));
        monthly.endTerm(sold(Term.P1M, "100"), null, false, monthly.endsAt());
        assertThat(monthly.status()).isEqualTo(Status.EXPIRED);
        assertThat(monthly.dataLostAt()).isEqualTo(DAY_8.plus(Duration.ofDays(90)));
        monthly.loseData(DAY_8.plus(Duration.ofDays(90)));
        assertThat(monthly.status()).isEqualTo(Status.DELETED);
    }

    @Test
    void reactivatesWithTheSameRenewalDateUntilDataIsLost() {
        var found = paid(Term.P1Y);
        var end = found.endsAt();
        found.suspend(DAY_3);
        assertThatThrownBy(() -> found.changeQuantity(12, 0, DAY_3)).hasMessage("subscription.not-active");
        found.reactivate(true, DAY_8);
        assertThat(found.isActive()).isTrue();
        assertThat(found.endsAt()).isEqualTo(end);
        assertThat(found.dataLostAt()).isNull();
        found.suspend(DAY_8);
        assertThatThrownBy(() -> found.reactivate(true, DAY_8.plus(Duration.ofDays(90))))
                .hasMessage("subscription.data-lost");
    }

    @Test
    void renewsAtThePriceOfThatDayOnTheOriginalDay() {
        var monthly = paid(Term.P1M);
        var today = sold(Term.P1M, "120");
        monthly.endTerm(today, null, false, monthly.endsAt());
        assertThat(monthly.startsAt()).isEqualTo("2027-02-28T09:00:00Z");
        assertThat(monthly.endsAt()).isEqualTo("2027-03-31T09:00:00Z");
        assertThat(monthly.sold().unitPrice()).isEqualTo(today.unitPrice());
        assertThat(monthly.changes()).extracting(Change::kind).containsExactly("subscription.renewed");
    }

    @Test
    void keepsAQuantityThatNewLimitsWouldForbid() {
        var found = paid(Term.P1M);
        var today = sold(Term.P1M, "100");
        found.endTerm(
                new Sold(
                        today.availability(),
                        today.productId(),
                        today.skuId(),
                        today.titleEn(),
                        today.titleFr(),
                        today.term(),
                        today.plan(),
                        false,
                        false,
                        20,
                        30,
                        today.unitPrice()),
                null,
                false,
                found.endsAt());
        assertThat(found.quantity()).isEqualTo(10);
        assertThat(found.isActive()).isTrue();
    }

    @Test
    void expiresWithoutAutoRenewWithoutPriceAndWithoutBase() {
        var off = paid(Term.P1M);
        off.setAutoRenew(false, DAY_3);
        off.endTerm(sold(Term.P1M, "100"), null, false, off.endsAt());
        assertThat(off.status()).isEqualTo(Status.EXPIRED);
        assertThat(off.dataLostAt()).isEqualTo(off.endsAt().plus(Duration.ofDays(120)));
        var unsold = paid(Term.P1M);
        unsold.endTerm(null, null, false, unsold.endsAt());
        assertThat(unsold.status()).isEqualTo(Status.EXPIRED);
        var alone = paid(Term.P1M);
        alone.endTerm(sold(Term.P1M, "100"), null, true, alone.endsAt());
        assertThat(alone.status()).isEqualTo(Status.EXPIRED);
        assertThatThrownBy(() -> alone.reactivate(true, alone.endsAt())).hasMessage("subscription.over");
    }

    @Test
    void endsNoTermBeforeItsTime() {
        var found = paid(Term.P1M);
        found.endTerm(sold(Term.P1M, "100"), null, false, found.endsAt().minusSeconds(1));
        assertThat(found.isChanged()).isFalse();
    }

    @Test
    void aTrialNeverRenewsAndItsNumberIsFixed() {
        var trial = trial();
        assertThatThrownBy(() -> trial.changeQuantity(11, 0, DAY_3)).hasMessage("subscription.trial-quantity-fixed");
        assertThatThrownBy(() -> trial.setAutoRenew(true, DAY_3)).hasMessage("subscription.trial-does-not-renew");
        assertThatThrownBy(() -> trial.upgrade(sold(Term.P1Y, "100"), null, DAY_3))
                .hasMessage("subscription.trial-converts");
        trial.endTerm(sold(Term.P1M, "0"), null, false, trial.endsAt());
        assertThat(trial.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void aTrialBecomesPaidForTwelveMonthsFromThatDay() {
        var trial = trial();
        assertThatThrownBy(() -> trial.convert(sold(Term.P1M, "10"), 5, 0, DAY_8))
                .hasMessage("subscription.no-conversion-target");
        assertThatThrownBy(() -> trial.convert(sold(Term.P1Y, "100"), 5, 6, DAY_8))
                .hasMessage("subscription.quantity-assigned");
        trial.convert(sold(Term.P1Y, "100"), 30, 6, DAY_8);
        assertThat(trial.sold().trial()).isFalse();
        assertThat(trial.quantity()).isEqualTo(30);
        assertThat(trial.startsAt()).isEqualTo(DAY_8);
        assertThat(trial.endsAt()).isEqualTo("2028-02-08T09:00:00Z");
        assertThatThrownBy(() -> trial.convert(sold(Term.P1Y, "100"), 30, 6, DAY_8))
                .hasMessage("subscription.no-trial");
    }

    @Test
    void cancelsInTheFirstSevenDaysOnly() {
        var early = paid(Term.P1Y);
        early.cancel(DAY_3);
        assertThat(early.status()).isEqualTo(Status.CANCELED);
        assertThatThrownBy(() -> early.cancel(DAY_3)).hasMessage("subscription.over");
        assertThatThrownBy(() -> paid(Term.P1Y).cancel(DAY_8)).hasMessage("subscription.cancellation-window-over");
        var trial = trial();
        trial.cancel(DAY_8);
        assertThat(trial.status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void anAddOnGoesWithItsBase() {
        var base = new Base(SubscriptionId.next(), START, Instant.parse("2028-01-31T09:00:00Z"));
        var addOn = subscription(sold(Term.P1Y, "10"), base.id(), base.endsAt());
        addOn.suspendWithBase(DAY_3);
        assertThatThrownBy(() -> addOn.reactivate(false, DAY_8)).hasMessage("subscription.base-not-active");
        addOn.reactivateWithBase(DAY_8);
        assertThat(addOn.isActive()).isTrue();
        addOn.suspend(DAY_8);
        addOn.reactivateWithBase(DAY_8);
        assertThat(addOn.isActive()).isFalse();
    }

    private static Subscription paid(Term term) {
        return subscription(sold(term, "100"), null, end(term));
    }

    private static Subscription trial() {
        var paid = sold(Term.P1M, "0");
        return subscription(
                new Sold(
                        paid.availability(),
                        paid.productId(),
                        paid.skuId(),
                        paid.titleEn(),
                        paid.titleFr(),
                        Term.P1M,
                        BillingPlan.NONE,
                        true,
                        false,
                        1,
                        25,
                        paid.unitPrice()),
                null,
                START.plus(Duration.ofDays(30)));
    }

    private static Instant end(Term term) {
        return new io.palier.subscription.Anniversaries(START).after(START, term);
    }

    private static Sold sold(Term term, String price) {
        return new Sold(
                new AvailabilityId("000000000000"),
                "HARBOR",
                "0001",
                "Harbor Basic",
                "Harbor Essentiel",
                term,
                BillingPlan.ANNUAL,
                false,
                false,
                1,
                300,
                Money.of(new BigDecimal(price), "EUR"));
    }

    private static Subscription subscription(Sold sold, @Nullable SubscriptionId base, Instant end) {
        return new Subscription(new SubscriptionRow(
                SubscriptionId.next(),
                OrganizationId.next(),
                OrganizationId.next(),
                RelationshipId.next(),
                base,
                sold,
                10,
                Status.ACTIVE,
                START,
                null,
                false,
                null,
                !sold.trial(),
                START,
                START,
                end,
                3));
    }
}
