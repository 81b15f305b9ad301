/** The authorization server as programs meet it: real requests to a real port. */
@NullMarked
package io.palier.application;

import org.jspecify.annotations.NullMarked;
