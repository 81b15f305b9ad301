package io.palier.agreement;

import java.time.Instant;

/**
 * One version of an agreement in one language.
 *
 * @param number counts from 1 for each kind; the highest is in force
 * @param text plain, paragraphs parted by empty lines
 */
public record AgreementVersion(AgreementId id, int number, String title, String text, Instant publishedAt) {}
