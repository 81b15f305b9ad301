/** The parts of the authorization server on their own. */
@NullMarked
package io.palier.application.token;

import org.jspecify.annotations.NullMarked;
