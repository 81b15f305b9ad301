/** Webhooks: organizations are told at an address of their own what happens to their subscriptions and customers. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "shared",
            "platform",
            "organization",
            "identity",
            "portal",
            "application",
            "api",
            "customer",
            "subscription"
        })
@NullMarked
package io.palier.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
