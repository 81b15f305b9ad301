/** Invitations: requests with a personal link to somebody outside, from draft to answer, for the modules that ask. */
@ApplicationModule(
        displayName = "Invitations",
        allowedDependencies = {"shared", "platform", "platform :: mail", "organization", "identity", "portal"})
@NullMarked
package io.palier.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
