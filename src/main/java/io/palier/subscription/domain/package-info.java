/** Subscriptions and their dated associations as kept. */
@NullMarked
package io.palier.subscription.domain;

import org.jspecify.annotations.NullMarked;
