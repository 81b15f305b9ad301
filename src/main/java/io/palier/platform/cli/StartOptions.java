package io.palier.platform.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start.
 *
 * @param data    the data directory
 * @param kind    demo, sandbox or production; null for whatever the directory holds
 * @param host    the interface to listen on
 * @param port    the port to listen on, 0 for any free one; null to listen nowhere
 * @param tls     how to answer https; null for plain http
 * @param logName name of the log file without its ending
 */
record StartOptions(
        Path data,
        @Nullable String kind,
        String host,
        @Nullable Integer port,
        @Nullable Tls tls,
        String logName) {

    boolean listens() {
        return port != null;
    }
}
