@NullMarked
package io.palier.subscription;

import org.jspecify.annotations.NullMarked;
