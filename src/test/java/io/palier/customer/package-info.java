@NullMarked
package io.palier.customer;

import org.jspecify.annotations.NullMarked;
