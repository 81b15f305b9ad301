package io.palier.agreement;

/**
 * The words of a version in one language.
 *
 * @param title 1 to 200 characters
 * @param text 1 to 100,000 characters
 */
public record AgreementText(String title, String text) {}
