/**
 * The API's frame: what every endpoint of the Partner Center contract shares. Requests are read as real clients send
 * them, answers are written as strictly as the strictest client needs; modules add their endpoints as resources.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"shared", "platform", "organization", "identity", "application"})
@NullMarked
package io.palier.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
