/** Words every module shares: typed ids, money, periods, refusals, pages of a list, the audit trail's door. */
@ApplicationModule(
        displayName = "Shared",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.palier.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
