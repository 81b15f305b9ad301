/** Agreements: the versions of what partners sign and customers accept. */
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {"shared", "organization", "identity", "portal"})
@NullMarked
package io.palier.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
