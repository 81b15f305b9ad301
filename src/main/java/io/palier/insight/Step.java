package io.palier.insight;

import io.palier.identity.Right;

/**
 * One line of "what next".
 *
 * @param chapter which part of the founding document it belongs to: message {@code insight.chapter.<chapter>}
 * @param key message {@code insight.step.<key>}, with a reason in {@code insight.step.<key>.why}
 * @param href where it is done
 * @param right what doing it needs
 * @param done whether the organization has done it at least once
 */
public record Step(String chapter, String key, String href, Right right, boolean done) {}
