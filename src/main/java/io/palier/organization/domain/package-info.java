/** Organizations and their domains as kept. */
@NullMarked
package io.palier.organization.domain;

import org.jspecify.annotations.NullMarked;
