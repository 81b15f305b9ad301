/** The authorization server: requests in the dialects of known clients, grants, tokens and the keys that sign them. */
@NullMarked
package io.palier.application.token;

import org.jspecify.annotations.NullMarked;
