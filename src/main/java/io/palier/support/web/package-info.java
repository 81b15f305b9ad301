/** The pages of service requests. */
@NullMarked
package io.palier.support.web;

import org.jspecify.annotations.NullMarked;
