/** Pages for registering applications and for letting them act. */
@NullMarked
package io.palier.application.web;

import org.jspecify.annotations.NullMarked;
