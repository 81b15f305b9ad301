package io.palier;

import io.palier.platform.cli.PalierCommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: {@code serve}, {@code demo} and the other verbs of {@code ./palier}. */
@SpringBootApplication
@Modulithic(systemName = "Palier", sharedModules = "shared")
public class Palier {

    /** Does what the arguments say and ends the process with their exit code. */
    public static void main(String[] arguments) {
        System.exit(new PalierCommandLine(Palier.class, System.getenv()).run(arguments));
    }
}
