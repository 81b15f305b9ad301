/** What the API keeps: the outcomes of requests. */
@NullMarked
package io.palier.api.domain;

import org.jspecify.annotations.NullMarked;
