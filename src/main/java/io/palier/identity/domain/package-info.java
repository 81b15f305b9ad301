/** Accounts and memberships as kept, and the guard against guessed passwords. */
@NullMarked
package io.palier.identity.domain;

import org.jspecify.annotations.NullMarked;
