/** Orders and requests as kept, and the guard of an order. */
@NullMarked
package io.palier.order.domain;

import org.jspecify.annotations.NullMarked;
