/** Catalog pages of operators and providers. */
@NullMarked
package io.palier.catalog.web;

import org.jspecify.annotations.NullMarked;
