package io.palier.platform.database;

import io.palier.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the library that carries them. */
record PostgresBinaries(Path directory) {

    /** The major version of PostgreSQL that Palier carries. */
    static final int MAJOR = 18;

    private static final String PREFIX = "binaries-";

    /**
     * Unpacks the programs below {@code home}, unless that has been done.
     *
     * @throws StartRefused if Palier carries none for this operating system and processor
     */
    static PostgresBinaries unpackInto(Path home) throws IOException {
        String archive = archive();
        Path unpacked = home.resolve(PREFIX + digest(archive));
        if (!Files.isDirectory(unpacked)) {
            Path fresh = PrivateFiles.createDirectory(home.resolve("unpacking-" + UUID.randomUUID()));
            unpack(archive, fresh);
            publish(fresh, unpacked);
        }
        return new PostgresBinaries(unpacked);
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        var names = system.contains("mac")
                // Both archives hold programs for both processors.
                ? List.of("darwin-arm_64", "darwin-x86_64")
                : List.of("linux-" + (arm ? "arm_64" : "x86_64"));
        boolean known = system.contains("mac") || (system.contains("linux") && (arm || processor.equals("amd64")));
        return names.stream()
                .map(name -> "/postgres-" + name + ".txz")
                .filter(name -> known && PostgresBinaries.class.getResource(name) != null)
                .findFirst()
                .orElseThrow(() -> new StartRefused("Palier carries no PostgreSQL for " + system + " on " + processor
                        + "; name an external database with PALIER_DATABASE_URL, PALIER_DATABASE_USER and"
                        + " PALIER_DATABASE_PASSWORD."));
    }

    private static String digest(String archive) throws IOException {
        try (var in = open(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static InputStream open(String archive) throws IOException {
        return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream(archive))
                .orElseThrow(() -> new IOException(archive + " is missing"));
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var in = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(in, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException(entry.getName() + " leaves the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(in, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
    }

    private static void publish(Path fresh, Path unpacked) throws IOException {
        try {
            Files.move(fresh, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            // Somebody else may have unpacked the same programs meanwhile: theirs are as good.
            if (!Files.isDirectory(unpacked)) {
                throw failure;
            }
            PrivateFiles.delete(fresh);
        }
    }

    /** Deletes what earlier versions, or an unpacking that was cut short, left beside these programs. */
    void deleteOthers() throws IOException {
        try (var entries = Files.newDirectoryStream(
                Objects.requireNonNull(directory.getParent()), "{" + PREFIX + ",unpacking-}*")) {
            for (Path entry : entries) {
                if (!entry.equals(directory)) {
                    PrivateFiles.delete(entry);
                }
            }
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }
}
