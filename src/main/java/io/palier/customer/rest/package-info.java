/** Customers, their profiles, agreements and users as endpoints of the API. */
@NullMarked
package io.palier.customer.rest;

import org.jspecify.annotations.NullMarked;
