package io.palier.invitation.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.palier.invitation.InvitationId;
import io.palier.platform.MasterKey;
import io.palier.platform.Origin;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Personal links: the invitation's id and a keyed MAC of it. Nothing secret is stored, so that a draft can be
 * shown again, and nobody can make a link up.
 */
@Component
public class InvitationLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID = 16;
    private static final int MAC = 16;

    private final SecretKeySpec key;
    private final Origin origin;

    InvitationLinks(MasterKey master, Origin origin) {
        this.key = new SecretKeySpec(master.derive("invitation links"), ALGORITHM);
        this.origin = origin;
    }

    /** The link, beginning with the configured public address. */
    public String link(InvitationId id) {
        return origin.get() + "/invitations/" + token(id);
    }

    /** 43 characters that need no escaping in an address. */
    public String token(InvitationId id) {
        var bytes = bytes(id.value());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(ID + MAC).put(bytes).put(mac(bytes)).array());
    }

    /** The invitation a token belongs to; empty for every token that was not made here. */
    public Optional<InvitationId> read(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != ID + MAC) {
                return Optional.empty();
            }
            var id = ByteBuffer.wrap(bytes);
            var invitation = new InvitationId(new UUID(id.getLong(), id.getLong()));
            return MessageDigest.isEqual(token(invitation).getBytes(US_ASCII), token.getBytes(US_ASCII))
                    ? Optional.of(invitation)
                    : Optional.empty();
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(id), MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
