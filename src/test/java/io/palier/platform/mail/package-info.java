@NullMarked
package io.palier.platform.mail;

import org.jspecify.annotations.NullMarked;
