/** The bell and the list of notifications. */
@NullMarked
package io.palier.notification.web;

import org.jspecify.annotations.NullMarked;
