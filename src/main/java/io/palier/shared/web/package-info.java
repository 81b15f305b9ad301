/** What the pages of all modules share below the portal's frame: forms, languages, clean text. */
@NullMarked
package io.palier.shared.web;

import org.jspecify.annotations.NullMarked;
