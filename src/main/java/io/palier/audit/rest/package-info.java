/** The activity log as the API shows it. */
@NullMarked
package io.palier.audit.rest;

import org.jspecify.annotations.NullMarked;
