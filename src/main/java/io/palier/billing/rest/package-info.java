/** Invoices, costs and usage as endpoints of the API. */
@NullMarked
package io.palier.billing.rest;

import org.jspecify.annotations.NullMarked;
