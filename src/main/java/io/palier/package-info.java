/** Palier, a partner center for two-tier cloud distribution. */
@NullMarked
package io.palier;

import org.jspecify.annotations.NullMarked;
