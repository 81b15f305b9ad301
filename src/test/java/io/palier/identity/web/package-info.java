@NullMarked
package io.palier.identity.web;

import org.jspecify.annotations.NullMarked;
