/** Analytics as the API shows them. */
@NullMarked
package io.palier.insight.rest;

import org.jspecify.annotations.NullMarked;
