@NullMarked
package io.palier.invitation;

import org.jspecify.annotations.NullMarked;
