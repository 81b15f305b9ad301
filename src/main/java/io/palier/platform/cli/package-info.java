/** The verbs of {@code ./palier}. */
@NamedInterface("cli")
@NullMarked
package io.palier.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
