/** Partners: enrollment of resellers, partnership requests, partnerships and their end. */
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {
            "shared",
            "platform",
            "platform :: mail",
            "organization",
            "identity",
            "invitation",
            "portal",
            "agreement",
            "application",
            "api"
        })
@NullMarked
package io.palier.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
