@NullMarked
package io.palier.catalog;

import org.jspecify.annotations.NullMarked;
