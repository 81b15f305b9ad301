/** The command line: verbs, what they print, and how Palier starts and stops. */
@NamedInterface("cli")
@NullMarked
package io.palier.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
