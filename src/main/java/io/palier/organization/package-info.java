/** Organizations: the companies that take part, whatever their kind, with address, domains and profile. */
@ApplicationModule(
        displayName = "Organizations",
        allowedDependencies = {"shared"})
@NullMarked
package io.palier.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
