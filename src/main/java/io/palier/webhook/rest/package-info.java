/** Webhook registrations as the API shows them. */
@NullMarked
package io.palier.webhook.rest;

import org.jspecify.annotations.NullMarked;
