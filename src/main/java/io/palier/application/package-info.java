/** Applications that call the API: their registration and secrets, the tokens they get, and the keys that sign them. */
@ApplicationModule(
        displayName = "Applications",
        allowedDependencies = {"shared", "platform", "organization", "identity", "portal"})
@NullMarked
package io.palier.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
