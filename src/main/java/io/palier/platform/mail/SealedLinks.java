package io.palier.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.platform.MasterKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Links encrypted while they wait in the outbox: AES-GCM, a random nonce in front, as base64. */
final class SealedLinks {
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SealedLinks(MasterKey master) {
        key = new SecretKeySpec(master.derive("links in the mail outbox"), "AES");
    }

    String seal(String link) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, link.getBytes(UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    String open(String text) {
        var sealed = Base64.getDecoder().decode(text);
        return new String(
                run(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(sealed, NONCE),
                        Arrays.copyOfRange(sealed, NONCE, sealed.length)),
                UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A link in the outbox cannot be read with this master key", e);
        }
    }
}
