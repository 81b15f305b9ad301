package io.palier.webhook.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.platform.MasterKey;
import io.palier.platform.Sealer;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs deliveries with one key of the installation, whose certificate anybody can fetch. Made on first use. */
@Component
public class WebhookKey {
    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final String NAME = "CN=Palier webhooks";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    WebhookKey(JdbcClient jdbc, MasterKey master, @Qualifier("systemClock") Clock clock) {
        this.jdbc = jdbc;
        this.sealer = master.sealer("webhook signing key");
        this.clock = clock;
    }

    /** The private key is sealed, in Base64. */
    private record Kept(String certificate, String privateKey) {}

    /** The certificate in PEM. */
    public String certificate() {
        return kept().certificate();
    }

    /** Base64 of the RSA-SHA256 signature of the body. */
    public String sign(String body) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(open(kept().privateKey()));
            signature.update(body.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A webhook cannot be signed", e);
        }
    }

    private PrivateKey open(String sealed) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(sealer.open(Base64.getDecoder().decode(sealed))));
    }

    /** When several nodes make one at once, the first counts. */
    private Kept kept() {
        return find().orElseGet(() -> {
            make();
            return find().orElseThrow();
        });
    }

    private Optional<Kept> find() {
        return jdbc.sql("select certificate, private_key from webhook_key")
                .query((row, n) ->
                        new Kept(row.getString(1), Base64.getEncoder().encodeToString(row.getBytes(2))))
                .optional();
    }

    private void make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            jdbc.sql(
                            "insert into webhook_key (certificate, private_key) values (:certificate, :key) on conflict do nothing")
                    .param("certificate", certificate(pair))
                    .param("key", sealer.seal(pair.getPrivate().getEncoded()))
                    .update();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("A webhook key cannot be made", e);
        }
    }

    private String certificate(KeyPair pair) throws GeneralSecurityException, OperatorCreationException, IOException {
        var now = clock.instant();
        var certificate = new JcaX509v3CertificateBuilder(
                        new X500Name(NAME),
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFE)),
                        new X500Name(NAME),
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        return text.toString();
    }
}
