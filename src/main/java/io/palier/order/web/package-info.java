/** The pages of orders. */
@NullMarked
package io.palier.order.web;

import org.jspecify.annotations.NullMarked;
