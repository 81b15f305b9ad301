/** Agreement versions as kept. */
@NullMarked
package io.palier.agreement.domain;

import org.jspecify.annotations.NullMarked;
