/** The pages of insight. */
@NullMarked
package io.palier.insight.web;

import org.jspecify.annotations.NullMarked;
