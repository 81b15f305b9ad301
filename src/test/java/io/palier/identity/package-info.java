/** Sign-in, users and second factors. */
@NullMarked
package io.palier.identity;

import org.jspecify.annotations.NullMarked;
