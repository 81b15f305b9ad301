@NullMarked
package io.palier.onboarding.firstrun;

import org.jspecify.annotations.NullMarked;
