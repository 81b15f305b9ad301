/** The first run of an empty installation: who runs it, and how. */
@NullMarked
package io.palier.onboarding.firstrun;

import org.jspecify.annotations.NullMarked;
