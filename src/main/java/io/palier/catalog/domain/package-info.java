/** Price list and rules files, their staging and what they change; the catalog kept in memory. */
@NullMarked
package io.palier.catalog.domain;

import org.jspecify.annotations.NullMarked;
