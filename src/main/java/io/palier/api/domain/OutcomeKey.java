package io.palier.api.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.application.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What makes two requests the same one: caller, request id, method, address and body (design, The wire). Never the id
 * alone; some clients use one id for all their calls.
 *
 * @param hash SHA-256 of everything but the organization, in hexadecimal
 */
public record OutcomeKey(UUID organization, String hash) {

    public static OutcomeKey of(Caller caller, String requestId, String method, String address, byte[] body) {
        var digest = sha256();
        for (var part : new String[] {
            caller.viewer().membership().value().toString(),
            caller.application().value().toString(),
            requestId,
            method,
            address
        }) {
            digest.update(part.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return new OutcomeKey(
                caller.viewer().organization().value(), HexFormat.of().formatHex(digest.digest(body)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
