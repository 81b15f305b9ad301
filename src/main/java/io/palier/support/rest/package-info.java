/** Service requests as the API has them. */
@NullMarked
package io.palier.support.rest;

import org.jspecify.annotations.NullMarked;
