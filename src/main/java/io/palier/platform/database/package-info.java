/** The data directory and the databases Palier can stand on: its own embedded PostgreSQL or an external one. */
@NullMarked
package io.palier.platform.database;

import org.jspecify.annotations.NullMarked;
