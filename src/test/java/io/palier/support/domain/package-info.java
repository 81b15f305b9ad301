@NullMarked
package io.palier.support.domain;

import org.jspecify.annotations.NullMarked;
