/** Onboarding: the guided way to a new customer with its first order. */
@ApplicationModule(
        displayName = "Onboarding",
        allowedDependencies = {
            "shared",
            "platform",
            "organization",
            "identity",
            "portal",
            "agreement",
            "partner",
            "catalog",
            "customer",
            "order"
        })
@NullMarked
package io.palier.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
