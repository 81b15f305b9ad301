package io.palier.onboarding;

import io.palier.customer.RelationshipId;
import io.palier.identity.TemporaryPassword;
import org.jspecify.annotations.Nullable;

/**
 * What came of a submit.
 *
 * @param setupInfo the first admin's name and temporary password, for the one answer that shows it; null if the draft
 *     had been submitted before
 */
public record Submitted(
        RelationshipId relationship, @Nullable TemporaryPassword setupInfo) {}
