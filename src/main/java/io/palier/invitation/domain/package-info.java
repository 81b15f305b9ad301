/** Invitations, their links and timelines as kept. */
@NullMarked
package io.palier.invitation.domain;

import org.jspecify.annotations.NullMarked;
