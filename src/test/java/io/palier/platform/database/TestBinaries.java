package io.palier.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all test runs of a checkout. */
final class TestBinaries {

    private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();

    private TestBinaries() {}

    static PostgresBinaries get() throws IOException {
        return PostgresBinaries.unpackInto(PrivateFiles.createDirectory(HOME));
    }
}
