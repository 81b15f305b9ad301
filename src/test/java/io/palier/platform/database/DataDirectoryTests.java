package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path temporary;

    @Test
    void isOneKindOfInstallationForEver() {
        DataDirectory.open(temporary, "demo").close();
        assertRefused("production", "holds a demo installation");
        DataDirectory.open(temporary, "demo").close();
    }

    @Test
    void refusesAnotherLayout() throws IOException {
        DataDirectory.open(temporary, "demo").close();
        Path description = temporary.resolve(DataDirectory.DESCRIPTION);
        Files.writeString(description, Files.readString(description).replace("layout=1", "layout=2"));
        assertRefused("demo", "another version of Palier");
    }

    @Test
    void refusesADirectoryOfSomebodyElse() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "Dear");
        assertRefused("demo", "not Palier's");
        assertThat(temporary).isDirectoryNotContaining("glob:**palier*");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file, "demo"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void refusesTheDatabaseOfAnotherMajorVersion() throws IOException {
        try (var directory = DataDirectory.open(temporary, "demo")) {
            var cluster = Files.createDirectories(temporary.resolve("postgres/data"));
            Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, MasterKey.of(new byte[MasterKey.LENGTH])))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("belongs to PostgreSQL 17");
        }
    }

    @Test
    void keepsItsMasterKeyAndPrefersTheOneGiven() {
        try (var directory = DataDirectory.open(temporary, "demo")) {
            var first = MasterKeys.load(directory, Map.of()).derive("links");
            assertThat(MasterKeys.load(directory, Map.of()).derive("links")).isEqualTo(first);
            assertThat(MasterKeys.load(directory, Map.of()).derive("other")).isNotEqualTo(first);
            var given = Map.of(MasterKeys.VARIABLE, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            assertThat(MasterKeys.load(directory, given).derive("links")).isNotEqualTo(first);
            assertThatThrownBy(() -> MasterKeys.load(directory, Map.of(MasterKeys.VARIABLE, "short")))
                    .isInstanceOf(StartRefused.class);
        }
    }

    private void assertRefused(String kind, String reason) {
        assertThatThrownBy(() -> DataDirectory.open(temporary, kind))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason);
    }
}
