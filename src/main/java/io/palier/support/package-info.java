/** Service requests: what customers and partners ask each other, and the operator, for help with. */
@ApplicationModule(
        displayName = "Service requests",
        allowedDependencies = {"shared", "organization", "identity", "portal", "customer", "subscription", "api"})
@NullMarked
package io.palier.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
