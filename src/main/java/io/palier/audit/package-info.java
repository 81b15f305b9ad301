/** The audit trail: who changed what, for whom, when; append-only. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "platform", "organization", "identity", "portal", "application", "api"})
@NullMarked
package io.palier.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
