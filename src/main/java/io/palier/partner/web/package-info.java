/** The pages of resellers, providers, partnership requests and enrollment. */
@NullMarked
package io.palier.partner.web;

import org.jspecify.annotations.NullMarked;
