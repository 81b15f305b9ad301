/** How typed ids are stored. */
@NullMarked
package io.palier.shared.persistence;

import org.jspecify.annotations.NullMarked;
