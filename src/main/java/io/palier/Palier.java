package io.palier;

import io.palier.platform.cli.CommandLineStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: {@code serve}, {@code demo} and the other verbs of {@code ./palier}. */
@SpringBootApplication
@Modulithic(systemName = "Palier", sharedModules = "shared")
public class Palier {

    public static void main(String[] args) {
        int code = CommandLineStart.run(Palier.class, args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
