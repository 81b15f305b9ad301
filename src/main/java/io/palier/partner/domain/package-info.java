/** Partnerships, requests and their rules as kept. */
@NullMarked
package io.palier.partner.domain;

import org.jspecify.annotations.NullMarked;
