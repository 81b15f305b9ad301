@NullMarked
package io.palier.demo;

import org.jspecify.annotations.NullMarked;
