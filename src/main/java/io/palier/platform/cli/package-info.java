/** The verbs of {@code ./palier}. */
@NullMarked
package io.palier.platform.cli;

import org.jspecify.annotations.NullMarked;
