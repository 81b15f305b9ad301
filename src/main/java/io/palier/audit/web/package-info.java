/** The pages of the activity log. */
@NullMarked
package io.palier.audit.web;

import org.jspecify.annotations.NullMarked;
