package io.palier.platform.database;

import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Where the master key is kept: in the environment, else in a private file of the data directory. */
public final class MasterKeys {

    /** Names the environment variable that holds a master key, in base64. */
    public static final String VARIABLE = "PALIER_MASTER_KEY";

    private static final String FILE = "master.key";

    private MasterKeys() {}

    /**
     * The installation's master key; the file is created on first use.
     *
     * @throws StartRefused if what is found is not a key
     */
    public static MasterKey load(DataDirectory directory, Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return decode(given, VARIABLE);
        }
        Path file = directory.path().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, create() + "\n");
            }
            return decode(Files.readString(file), file.toString());
        } catch (IOException failure) {
            throw new StartRefused("Palier cannot read its master key in " + file + ".", failure);
        }
    }

    private static MasterKey decode(String text, String source) {
        try {
            return MasterKey.of(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused(
                    source + " does not hold a master key: " + MasterKey.LENGTH
                            + " random bytes in base64, such as 'openssl rand -base64 32' prints.",
                    unusable);
        }
    }

    private static String create() {
        var key = new byte[MasterKey.LENGTH];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
