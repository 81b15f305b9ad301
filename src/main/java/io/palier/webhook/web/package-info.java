/** The page of webhooks: registration, log, replay. */
@NullMarked
package io.palier.webhook.web;

import org.jspecify.annotations.NullMarked;
