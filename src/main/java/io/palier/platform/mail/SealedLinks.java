package io.palier.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.platform.MasterKey;
import io.palier.platform.Sealer;
import java.util.Base64;

/** Links encrypted while they wait in the outbox, as base64. */
final class SealedLinks {
    private final Sealer sealer;

    SealedLinks(MasterKey master) {
        sealer = master.sealer("links in the mail outbox");
    }

    String seal(String link) {
        return Base64.getEncoder().encodeToString(sealer.seal(link.getBytes(UTF_8)));
    }

    String open(String text) {
        return new String(sealer.open(Base64.getDecoder().decode(text)), UTF_8);
    }
}
