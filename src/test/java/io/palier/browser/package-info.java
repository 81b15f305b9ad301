/** Palier as people meet it: the real application and database behind a real browser. */
@NullMarked
package io.palier.browser;

import org.jspecify.annotations.NullMarked;
