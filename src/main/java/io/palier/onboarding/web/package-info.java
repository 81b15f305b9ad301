/** The pages of the wizard. */
@NullMarked
package io.palier.onboarding.web;

import org.jspecify.annotations.NullMarked;
