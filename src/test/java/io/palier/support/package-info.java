@NullMarked
package io.palier.support;

import org.jspecify.annotations.NullMarked;
