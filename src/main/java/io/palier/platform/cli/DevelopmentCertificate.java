package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import io.palier.platform.database.PrivateFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate that Palier makes for itself and signs itself, so that clients that insist on https can be tried. It is no
 * authority: who trusts it, trusts these host names and nothing else.
 *
 * @param certificate in PEM, for clients to trust
 * @param key in PEM, closed to other users
 */
record DevelopmentCertificate(Path certificate, Path key) {
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Duration LEAST_LEFT = Duration.ofDays(30);
    private static final int KEY_BITS = 2048;
    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws StartRefused for what cannot be the name or address of a host */
    static void checkName(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (plain.length() > 253
                || !(ADDRESS.matcher(plain).matches() || NAME.matcher(plain).matches())) {
            throw new StartRefused("'" + name + "' is no host name; --tls-name takes names such as login.example.");
        }
    }

    /** The one in this directory, made anew if it lacks a name or is about to expire. */
    static DevelopmentCertificate in(Path directory, List<String> names, Clock clock) {
        var wanted = new LinkedHashSet<>(ALWAYS);
        names.forEach(name -> wanted.add(name.toLowerCase(Locale.ROOT)));
        var files = new DevelopmentCertificate(
                directory.resolve("development-certificate.pem"), directory.resolve("development-key.pem"));
        try {
            if (!files.fit(wanted, clock)) {
                PrivateFiles.createDirectory(directory);
                files.make(wanted, clock);
            }
        } catch (IOException failure) {
            throw new StartRefused("Palier cannot keep its development certificate in " + directory + ".", failure);
        }
        return files;
    }

    private boolean fit(Set<String> wanted, Clock clock) throws IOException {
        if (!Files.exists(certificate) || !Files.exists(key)) {
            return false;
        }
        try {
            var present = PemContent.load(certificate).getCertificates().getFirst();
            return present.getNotAfter().toInstant().isAfter(clock.instant().plus(LEAST_LEFT))
                    && names(present).containsAll(general(wanted));
        } catch (IllegalStateException | IllegalArgumentException | CertificateParsingException unreadable) {
            return false;
        }
    }

    private static List<GeneralName> names(X509Certificate present) throws CertificateParsingException {
        Collection<List<?>> names = present.getSubjectAlternativeNames();
        var found = new ArrayList<GeneralName>();
        if (names != null) {
            names.forEach(name -> found.add(general(String.valueOf(name.get(1)))));
        }
        return found;
    }

    private void make(Set<String> names, Clock clock) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("RSA");
            pair.initialize(KEY_BITS);
            var keys = pair.generateKeyPair();
            var signed = sign(keys, names, clock);
            // First the key: a certificate beside an older key would fit nothing.
            Files.deleteIfExists(certificate);
            PrivateFiles.write(key, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
            PrivateFiles.write(certificate, pem(signed));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509CertificateHolder sign(KeyPair keys, Set<String> names, Clock clock)
            throws OperatorCreationException, CertIOException {
        var now = clock.instant();
        var self = new X500Name("CN=Palier development certificate");
        var builder = new JcaX509v3CertificateBuilder(
                self,
                new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                self,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(general(names).toArray(GeneralName[]::new)));
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    }

    private static List<GeneralName> general(Set<String> names) {
        return names.stream().map(DevelopmentCertificate::general).toList();
    }

    private static GeneralName general(String name) {
        return new GeneralName(ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static String pem(Object content) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }
}
