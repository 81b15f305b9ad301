/** Demo: loads the sample world of a demo installation, once, through the other modules' doors. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "shared",
            "platform",
            "organization",
            "identity",
            "application",
            "agreement",
            "invitation",
            "partner",
            "catalog",
            "customer",
            "subscription",
            "order",
            "support"
        })
@NullMarked
package io.palier.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
