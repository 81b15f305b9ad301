package io.palier.application.token;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a grant is, as an attribute of it.
 *
 * @param membership the person's, in the application's organization; null until somebody has agreed
 * @param secondFactor whether the person had used one
 * @param parameters of the request by which it was asked for
 */
record GrantedTo(@Nullable UUID membership, boolean secondFactor, Map<String, Object> parameters) {
    static final GrantedTo NOBODY = new GrantedTo(null, false, Map.of());
}
