@NullMarked
package io.palier.subscription.domain;

import org.jspecify.annotations.NullMarked;
