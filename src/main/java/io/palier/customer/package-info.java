/** Customers: what each provider has with each customer, which reseller looks after it, and its people. */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "shared",
            "platform",
            "organization",
            "identity",
            "portal",
            "audit",
            "agreement",
            "invitation",
            "platform :: mail",
            "application",
            "api",
            "partner"
        })
@NullMarked
package io.palier.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
