package io.palier.billing;

import io.palier.shared.Money;
import java.time.Instant;

/**
 * What an organization owes in one currency.
 *
 * @param at when it owes that
 */
public record Balance(Money owed, Instant at) {}
