/** What a service request allows, and how it is kept. */
@NullMarked
package io.palier.support.domain;

import org.jspecify.annotations.NullMarked;
