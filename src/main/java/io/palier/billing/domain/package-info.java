/** Spending budgets as kept. */
@NullMarked
package io.palier.billing.domain;

import org.jspecify.annotations.NullMarked;
