/** Mail: an outbox written in the caller's transaction and sent by a job. */
@NullMarked
package io.palier.platform.mail;

import org.jspecify.annotations.NullMarked;
