/** Orders: what is bought for a customer in one go, and what those ask for who may not order themselves. */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "shared",
            "platform",
            "organization",
            "identity",
            "portal",
            "partner",
            "catalog",
            "catalog :: rest",
            "customer",
            "subscription",
            "application",
            "api"
        })
@NullMarked
package io.palier.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
