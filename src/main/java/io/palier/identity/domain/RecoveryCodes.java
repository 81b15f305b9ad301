package io.palier.identity.domain;

import io.palier.identity.AccountId;
import io.palier.platform.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Makes and hashes the codes for the day the device is lost: 50 random bits, hashed under a key of the installation. */
@Component
public class RecoveryCodes {
    /** How many a person gets at a time. */
    public static final int COUNT = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz123456789";
    private static final int LENGTH = 10;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    RecoveryCodes(MasterKey master) {
        this.key = new SecretKeySpec(master.derive("recovery codes"), ALGORITHM);
    }

    /** New codes of the form {@code abcde-12345}. */
    public List<String> generate() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    private static String one() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of a code; case, spaces and dashes do not matter. */
    public String hash(AccountId account, String code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var plain = account + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
