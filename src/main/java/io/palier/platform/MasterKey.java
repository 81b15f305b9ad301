package io.palier.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret from which an installation derives its other keys; every node of an installation has the same.
 *
 * <p>It comes from {@code PALIER_MASTER_KEY} or from a private file in the data directory, is never stored in the
 * database, and shows nothing of itself when printed. A Spring bean of this type exists in every context.
 */
public final class MasterKey {

    /** Length of a master key, and of every key derived from it, in bytes. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private MasterKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A master key of the given bytes.
     *
     * @throws IllegalArgumentException unless there are exactly {@value #LENGTH} bytes
     */
    public static MasterKey of(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A master key has " + LENGTH + " bytes, not " + key.length);
        }
        return new MasterKey(key);
    }

    /**
     * A key for one purpose: always the same for the same purpose, and of no help in finding any other.
     *
     * @param purpose names the use in plain words, such as {@code "invitation links"}; never change one that is in use
     * @return {@value #LENGTH} bytes
     */
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /**
     * Encryption for one purpose.
     *
     * @param purpose names the use in plain words; never change one that is in use
     */
    public Sealer sealer(String purpose) {
        return new Sealer(derive(purpose));
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
