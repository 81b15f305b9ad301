package io.palier.customer;

import io.palier.shared.Period;

/**
 * A special standing that a customer has or had for a provider.
 *
 * @param setBy the name of the organization that gave it
 */
public record QualificationPeriod(WantedQualification given, Period period, String setBy) {}
