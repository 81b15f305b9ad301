package io.palier.catalog;

import io.palier.platform.Verb;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code palier catalog import}. */
@Command(
        name = "import",
        sortOptions = false,
        description = "Reads license price lists and catalog rules files into the catalog.")
public final class CatalogImport implements Verb {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files, rules after the prices they are about.")
    private List<String> files = List.of();

    @Override
    public String group() {
        return "catalog";
    }

    @Override
    public int run(ApplicationContext application, PrintWriter out) {
        return application.getBean(CatalogImportCommand.class).run(files, out);
    }
}
