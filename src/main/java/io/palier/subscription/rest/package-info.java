/** Subscriptions as the API shows them. */
@NullMarked
package io.palier.subscription.rest;

import org.jspecify.annotations.NullMarked;
