/** Registrations and deliveries as kept, their signature, and where they may go. */
@NullMarked
package io.palier.webhook.domain;

import org.jspecify.annotations.NullMarked;
