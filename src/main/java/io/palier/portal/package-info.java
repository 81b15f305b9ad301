/** The portal's frame around every page: menu, language, formats, errors. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"shared", "platform", "organization", "identity"})
@NullMarked
package io.palier.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
