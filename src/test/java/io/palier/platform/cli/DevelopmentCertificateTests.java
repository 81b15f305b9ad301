package io.palier.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.pem.PemContent;

class DevelopmentCertificateTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void isForThisMachineAndTheNamesAskedFor() throws Exception {
        var made = make(NOW, "Login.example", "10.0.0.7");

        var certificate = read(made);
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "login.example", "10.0.0.7");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        certificate.verify(certificate.getPublicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void staysWhileItFits() throws Exception {
        var first = read(make(NOW, "login.example"));

        assertThat(read(make(NOW.plus(Duration.ofDays(300))))).isEqualTo(first);
        assertThat(read(make(NOW, "LOGIN.example", "::1"))).isEqualTo(first);
    }

    @Test
    void isMadeAnewForAnotherNameNearItsEndAndWhenItCannotBeRead() throws Exception {
        var first = read(make(NOW));
        var second = read(make(NOW, "login.example"));
        assertThat(second).isNotEqualTo(first);

        var later = make(NOW.plus(Duration.ofDays(390)), "login.example");
        assertThat(read(later)).isNotEqualTo(second);

        Files.writeString(later.certificate(), "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
        assertThat(read(make(NOW, "login.example")).getSubjectAlternativeNames())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://login.example", "login example", "-x.example", "a..b", "login.example,other"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> new Tls(null, null, List.of(name))).isInstanceOf(StartRefused.class);
    }

    @Test
    void isNotMadeBesideOneThatIsGiven() {
        var file = directory.resolve("x.pem");
        assertThatThrownBy(() -> new Tls(file, null, List.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> new Tls(file, file, List.of("login.example")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--tls-name");
    }

    @Test
    void givenFilesAreUsedAsTheyAre() {
        var made = make(NOW);

        var settings = new Tls(made.certificate(), made.key(), List.of()).settings(directory.resolve("data"));

        assertThat(settings)
                .containsEntry(Tls.DEVELOPMENT, false)
                .containsEntry(Tls.CERTIFICATE, made.certificate().toString());
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void filesThatHoldSomethingElseAreRefusedByName() throws Exception {
        var made = make(NOW);
        var letter = Files.writeString(directory.resolve("letter.txt"), "Dear");

        assertThatThrownBy(() -> new Tls(letter, made.key(), List.of()).settings(directory))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("letter.txt");
        assertThatThrownBy(() -> new Tls(made.certificate(), letter, List.of()).settings(directory))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no private key");
        assertThatThrownBy(() -> new Tls(made.certificate(), directory.resolve("none"), List.of()).settings(directory))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot read");
    }

    private DevelopmentCertificate make(Instant now, String... names) {
        return DevelopmentCertificate.in(directory.resolve("tls"), List.of(names), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509Certificate read(DevelopmentCertificate made) throws IOException {
        return PemContent.load(made.certificate()).getCertificates().getFirst();
    }
}
