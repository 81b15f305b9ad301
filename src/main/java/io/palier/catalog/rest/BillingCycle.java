package io.palier.catalog.rest;

import io.palier.api.ClientKind;
import io.palier.catalog.BillingPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract's word for a billing plan, in its order (commerce contract 0, shared enums). */
public enum BillingCycle {
    UNKNOWN,
    MONTHLY,
    ANNUAL,
    NONE,
    ONE_TIME,
    TRIENNIAL,
    BIENNIAL;

    /** The cycle of a plan; the Java client, which would throw on what it does not know, is told {@code one_time}. */
    public static BillingCycle of(BillingPlan plan, ClientKind client) {
        return switch (plan) {
            case MONTHLY -> MONTHLY;
            case ANNUAL -> ANNUAL;
            case NONE -> NONE;
            case TRIENNIAL -> client == ClientKind.JAVA_SDK ? ONE_TIME : TRIENNIAL;
        };
    }

    /** The plan that a caller names; empty for one that leaves it open. */
    public static Optional<BillingPlan> plan(@Nullable BillingCycle cycle) {
        if (cycle == null) {
            return Optional.empty();
        }
        return switch (cycle) {
            case MONTHLY -> Optional.of(BillingPlan.MONTHLY);
            case ANNUAL -> Optional.of(BillingPlan.ANNUAL);
            case NONE -> Optional.of(BillingPlan.NONE);
            case ONE_TIME, TRIENNIAL -> Optional.of(BillingPlan.TRIENNIAL);
            case UNKNOWN, BIENNIAL -> Optional.empty();
        };
    }
}
