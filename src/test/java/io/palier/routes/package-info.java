/** Every route of the portal, asked in every wrong way; new routes are covered because they are mapped. */
@NullMarked
package io.palier.routes;

import org.jspecify.annotations.NullMarked;
