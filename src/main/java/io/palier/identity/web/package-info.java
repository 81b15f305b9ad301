/** Sign-in, password and language pages, and the security of every page. */
@NullMarked
package io.palier.identity.web;

import org.jspecify.annotations.NullMarked;
