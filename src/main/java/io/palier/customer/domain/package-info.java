/** Relationships, associations, listings and requests as kept. */
@NullMarked
package io.palier.customer.domain;

import org.jspecify.annotations.NullMarked;
