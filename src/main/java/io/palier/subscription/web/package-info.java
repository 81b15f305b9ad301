/** The pages of subscriptions. */
@NullMarked
package io.palier.subscription.web;

import org.jspecify.annotations.NullMarked;
