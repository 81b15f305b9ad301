@NullMarked
package io.palier.partner;

import org.jspecify.annotations.NullMarked;
