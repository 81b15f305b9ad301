/** How the API reads requests and writes answers. */
@NullMarked
package io.palier.api.web;

import org.jspecify.annotations.NullMarked;
