/** Orders and carts as the API shows them, and the catalog as one customer can buy it. */
@NullMarked
package io.palier.order.rest;

import org.jspecify.annotations.NullMarked;
