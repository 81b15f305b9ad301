@NullMarked
package io.palier.order;

import org.jspecify.annotations.NullMarked;
