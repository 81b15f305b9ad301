/** Identity: people's accounts, their memberships and roles in organizations, sign-in, and the viewer every door asks. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "platform", "organization"})
@NullMarked
package io.palier.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
