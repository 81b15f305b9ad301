/** Partnerships as endpoints of the API. */
@NullMarked
package io.palier.partner.rest;

import org.jspecify.annotations.NullMarked;
