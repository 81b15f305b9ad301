package io.palier.platform.cli;

import io.palier.platform.Origin;
import io.palier.platform.StartupNotice;
import java.io.PrintWriter;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Help.Ansi;

/** What the console says when Palier is ready. */
record Greeting(PrintWriter out, ApplicationContext application, StartOptions options) {

    void print() {
        String address = Origin.local(application.getEnvironment());
        out.println();
        out.println(Ansi.AUTO.string("@|bold Palier is ready:|@ @|bold,underline " + address + "|@"));
        certificate();
        application
                .getBeanProvider(StartupNotice.class)
                .orderedStream()
                .map(StartupNotice::lines)
                .filter(lines -> !lines.isEmpty())
                .forEach(lines -> {
                    out.println();
                    lines.forEach(out::println);
                });
        out.println();
        out.println("Data and logs are in " + application.getEnvironment().getProperty("palier.data-directory"));
        out.println("Ctrl-C stops everything.");
        out.flush();
    }

    private void certificate() {
        var environment = application.getEnvironment();
        if (environment.getProperty(Tls.DEVELOPMENT, Boolean.class, false)) {
            out.println();
            out.println("Its certificate is made for development; let clients trust it:");
            out.println("  " + environment.getProperty(Tls.CERTIFICATE));
        }
    }
}
