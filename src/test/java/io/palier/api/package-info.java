/** Tests of the API over real HTTP, written from the contract. */
@NullMarked
package io.palier.api;

import org.jspecify.annotations.NullMarked;
