package io.palier.platform.database;

import io.palier.platform.StartRefused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything an installation keeps on this machine; open in one Palier at a time.
 *
 * <p>A lock file tells a living Palier from one that was killed: the operating system drops the lock with the process.
 */
public final class DataDirectory implements AutoCloseable {

    /** Raised when the meaning of the files in the directory changes. */
    static final int LAYOUT = 1;

    static final String DESCRIPTION = "palier.properties";

    private static final String LOCK = "palier.lock";
    private static final Set<String> NOT_CONTENT = Set.of(LOCK, "lost+found", DESCRIPTION + ".new");

    // PostgreSQL's own launcher hands paths to a shell between double quotes.
    private static final Pattern UNUSABLE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    // Closing any channel of a file drops every lock this process has on it, so a held file must not be opened twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final String kind;
    private final @Nullable FileChannel lock;

    private DataDirectory(Path path, String kind, @Nullable FileChannel lock) {
        this.path = path;
        this.kind = kind;
        this.lock = lock;
    }

    /**
     * Opens the directory for this process alone, and creates it on first use.
     *
     * @param wanted where the directory is or shall be
     * @param kind   demo, sandbox or production: stamped at creation and never changed
     * @throws StartRefused if it is in use, unreadable, somebody else's, of another version or of another kind
     */
    public static DataDirectory open(Path wanted, String kind) {
        return open(wanted, kind, false);
    }

    /**
     * Opens a directory that exists, whatever its kind; if a Palier runs on it, shares it with that one.
     *
     * @throws StartRefused if there is none, or it is unreadable or of another version
     */
    public static DataDirectory openOrJoin(Path wanted) {
        return open(wanted, null, true);
    }

    private static DataDirectory open(Path wanted, @Nullable String kind, boolean join) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            return openChecked(path, kind, join);
        } catch (AccessDeniedException denied) {
            throw new StartRefused(
                    "Palier may not read and write " + denied.getFile()
                            + "; give this user the right to, or name another directory with --data.",
                    denied);
        } catch (IOException failure) {
            throw new StartRefused(
                    "Palier cannot use the data directory " + path + ": " + reason(failure) + ".", failure);
        }
    }

    private static DataDirectory openChecked(Path wanted, @Nullable String kind, boolean join) throws IOException {
        refuseUnusable(wanted);
        boolean described = Files.exists(wanted.resolve(DESCRIPTION));
        if (!described) {
            refuseUnlessNew(wanted, kind);
        }
        Path path = PrivateFiles.createDirectory(wanted).toRealPath();
        var lock = lock(path);
        if (lock == null && !join) {
            throw inUse(path);
        }
        var directory = new DataDirectory(path, kind == null ? "" : kind, lock);
        try {
            if (!described && kind != null) {
                PrivateFiles.closeToOthers(path);
                describe(path, kind);
            }
            return new DataDirectory(path, readDescription(path, kind), lock);
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static void refuseUnusable(Path wanted) {
        if (UNUSABLE.matcher(wanted.toString()).find()) {
            throw new StartRefused("The data directory " + wanted + " has a quote, dollar sign, backslash or control"
                    + " character in its name; name another with --data.");
        }
        if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
            throw new StartRefused(wanted + " is a file, not a directory; name another with --data.");
        }
    }

    private static void refuseUnlessNew(Path path, @Nullable String kind) throws IOException {
        if (kind == null) {
            throw new StartRefused("There is no Palier in " + path + "; create one with 'palier serve', or name another"
                    + " directory with --data.");
        }
        if (Files.isDirectory(path)) {
            try (var content = Files.newDirectoryStream(path)) {
                for (Path entry : content) {
                    if (!NOT_CONTENT.contains(String.valueOf(entry.getFileName()))) {
                        throw new StartRefused(path + " holds files that are not Palier's; name an empty or a new"
                                + " directory with --data.");
                    }
                }
            }
        }
    }

    /** The lock, or null if somebody holds it. */
    private static @Nullable FileChannel lock(Path path) throws IOException {
        if (!HELD.add(path)) {
            return null;
        }
        var channel = PrivateFiles.openForLocking(path.resolve(LOCK));
        if (channel.tryLock() == null) {
            channel.close();
            HELD.remove(path);
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(thisProcess().getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static String thisProcess() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static StartRefused inUse(Path path) throws IOException {
        String holder = HELD.contains(path) ? thisProcess() : Files.readString(path.resolve(LOCK));
        return new StartRefused("Palier already runs on the data directory " + path
                + (holder.isBlank() ? "" : " (process " + holder + ")")
                + "; stop it first, or name another directory with --data.");
    }

    private static void describe(Path path, String kind) throws IOException {
        PrivateFiles.write(path.resolve(DESCRIPTION), """
                # What this directory holds. Written by Palier; do not edit.
                layout=%d
                installation.kind=%s
                """.formatted(LAYOUT, kind));
    }

    private static String readDescription(Path path, @Nullable String kind) throws IOException {
        var description = new Properties();
        description.load(new StringReader(Files.readString(path.resolve(DESCRIPTION))));
        String layout = description.getProperty("layout", "unknown");
        if (!layout.equals(String.valueOf(LAYOUT))) {
            throw new StartRefused("The data directory " + path + " was written by another version of Palier (layout "
                    + layout + ", this one reads layout " + LAYOUT + "); start that version, or name another directory"
                    + " with --data.");
        }
        String present = description.getProperty("installation.kind", "unknown");
        if (kind != null && !present.equals(kind)) {
            throw new StartRefused("The data directory " + path + " holds a " + present
                    + " installation, which cannot become a " + kind + " one; name another directory with --data.");
        }
        return present;
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Where the directory is: absolute, links resolved. */
    public Path path() {
        return path;
    }

    /** Demo, sandbox or production, as stamped when the directory was created. */
    public String kind() {
        return kind;
    }

    /** Where log files go. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Whether another process runs Palier on this directory, and this one only looks in. */
    public boolean isJoined() {
        return lock == null;
    }

    /** Lets another Palier open the directory; closing again changes nothing. */
    @Override
    public void close() {
        if (lock == null || !lock.isOpen()) {
            return;
        }
        try {
            lock.close();
        } catch (IOException _) {
            // The operating system drops the lock with the process at the latest.
        }
        HELD.remove(path);
    }
}
