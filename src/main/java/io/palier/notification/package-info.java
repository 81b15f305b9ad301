/** Notifications: tells organizations in the portal what happened elsewhere and concerns them. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "portal",
            "invitation",
            "partner",
            "customer",
            "subscription",
            "order",
            "support"
        })
@NullMarked
package io.palier.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
