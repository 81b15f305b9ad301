@NullMarked
package io.palier.webhook;

import org.jspecify.annotations.NullMarked;
