/** The catalog as the API shows it: products with SKUs and availabilities, and the same as legacy offers. */
@NullMarked
@NamedInterface("rest")
package io.palier.catalog.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
