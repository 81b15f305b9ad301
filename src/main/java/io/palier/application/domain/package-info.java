/** Applications and their secrets as kept, and the rules of both. */
@NullMarked
package io.palier.application.domain;

import org.jspecify.annotations.NullMarked;
