@NullMarked
package io.palier.onboarding;

import org.jspecify.annotations.NullMarked;
