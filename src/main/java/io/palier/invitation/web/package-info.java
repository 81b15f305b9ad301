/** Pages of invitations: the message to hand over, and the page its link leads to. */
@NullMarked
package io.palier.invitation.web;

import org.jspecify.annotations.NullMarked;
