/** The API's description, made from the code and compared with the one that is checked in and served. */
@NullMarked
package io.palier.api.openapi;

import org.jspecify.annotations.NullMarked;
