/** Insight: the dashboard of every actor, the landing page, and help; reads only what other modules publish. */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "portal",
            "audit",
            "invitation",
            "application",
            "api"
        })
@NullMarked
package io.palier.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
