/** Catalog: products, SKUs, availabilities and vendor prices, read from price lists; rules of quantity, add-ons, upgrades. */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"shared", "platform", "organization", "identity", "portal", "application", "api"})
@NullMarked
package io.palier.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
