/** Subscriptions: the licenses a customer pays for, term by term, and the partners associated with them. */
@ApplicationModule(
        displayName = "Subscriptions",
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
            "application",
            "api"
        })
@NullMarked
package io.palier.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
