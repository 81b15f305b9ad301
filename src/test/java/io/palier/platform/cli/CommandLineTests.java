package io.palier.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import io.palier.platform.KillableProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one sentence, with exit code 1 and no stack trace. */
class CommandLineTests {

    @TempDir
    Path temporary;

    @Test
    void refusesABusyPortBeforeAnythingIsStarted() throws Exception {
        Path data = temporary.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(
                    data, "Port " + taken.getLocalPort() + " is in use", "demo", "--port", taken.getLocalPort() + "");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void refusesADirectoryOfSomebodyElse() throws Exception {
        Files.writeString(temporary.resolve("letter.txt"), "Dear");
        assertRefused(temporary, "not Palier's", "serve", "--port", "0");
    }

    @Test
    void refusesADirectoryOfAnotherVersion() throws Exception {
        Files.writeString(temporary.resolve("palier.properties"), "layout=99\ninstallation.kind=demo\n");
        assertRefused(temporary, "another version of Palier", "demo", "--port", "0");
    }

    private static void assertRefused(Path data, String reason, String verb, String option, String value)
            throws IOException, InterruptedException {
        try (var palier = KillableProcess.start(data, Palier.class, verb, option, value, "--data", data.toString())) {
            assertThat(palier.rest().lines()).singleElement().asString().contains(reason);
            assertThat(palier.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theScriptSaysThatThereIsNoJdk() throws Exception {
        var script = new ProcessBuilder(List.of("/bin/sh", "./palier", "demo")).redirectErrorStream(true);
        script.environment().remove("JAVA_HOME");
        script.environment().put("PALIER_JDK_FOLDERS", temporary.toString());
        var process = script.start();
        try (var output = process.inputReader()) {
            assertThat(output.lines()).singleElement().asString().contains("needs a JDK 25");
        }
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
