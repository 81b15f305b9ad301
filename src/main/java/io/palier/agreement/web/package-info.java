/** Pages where agreements are read and new versions published. */
@NullMarked
package io.palier.agreement.web;

import org.jspecify.annotations.NullMarked;
