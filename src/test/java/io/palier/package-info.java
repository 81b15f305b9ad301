@NullMarked
package io.palier;

import org.jspecify.annotations.NullMarked;
