/** The pages about customers. */
@NullMarked
package io.palier.customer.web;

import org.jspecify.annotations.NullMarked;
