/** Drafts of new customers as kept. */
@NullMarked
package io.palier.onboarding.domain;

import org.jspecify.annotations.NullMarked;
