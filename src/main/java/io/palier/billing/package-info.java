/** Billing: what providers are charged and may spend, for whom; invoices are not written yet. */
@ApplicationModule(
        displayName = "Billing",
        allowedDependencies = {"shared", "organization", "identity", "customer", "subscription", "application", "api"})
@NullMarked
package io.palier.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
