@NullMarked
package io.palier.identity.domain;

import org.jspecify.annotations.NullMarked;
