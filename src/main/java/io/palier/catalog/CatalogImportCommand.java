package io.palier.catalog;

import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.platform.Installation;
import io.palier.shared.Refusal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** {@code palier catalog import FILE...}: price lists and rules files from the command line, published by the operator. */
@Component
public class CatalogImportCommand {
    private final PriceListImport imports;
    private final Organizations organizations;
    private final Installation installation;
    private final MessageSource messages;

    CatalogImportCommand(
            PriceListImport imports, Organizations organizations, Installation installation, MessageSource messages) {
        this.imports = imports;
        this.organizations = organizations;
        this.installation = installation;
        this.messages = messages;
    }

    /**
     * Imports the files in turn and prints progress, a summary and the first refused rows of each.
     *
     * @return exit code: 0 if every file was imported, even with refused rows; 1 else
     */
    public int run(List<String> files, PrintWriter out) {
        var language = installation.settings().defaultLanguage();
        if (files.isEmpty()) {
            out.println(text("catalog.command.usage", language));
            return 1;
        }
        var operator = organizations.ofKind(OrganizationKind.OPERATOR).stream().findFirst();
        if (operator.isEmpty()) {
            out.println(text("catalog.command.no-operator", language));
            return 1;
        }
        boolean allImported = true;
        for (var name : files) {
            var file = Path.of(name);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                out.println(text("catalog.command.no-file", language, name));
                allImported = false;
                continue;
            }
            try {
                summary(
                        imports.importFile(
                                file,
                                operator.get().id(),
                                (percent, rows) -> out.println(
                                        text("catalog.command.progress", language, percent, String.valueOf(rows)))),
                        language,
                        out);
            } catch (Refusal refusal) {
                out.println(name + ": "
                        + text(
                                "refusal." + refusal.code(),
                                language,
                                refusal.arguments().toArray()));
                allImported = false;
            }
        }
        return allImported ? 0 : 1;
    }

    private void summary(ImportView done, Locale language, PrintWriter out) {
        out.println(text(
                "catalog.command.summary." + done.kind(),
                language,
                done.fileName(),
                String.valueOf(done.rows()),
                String.valueOf(done.added()),
                String.valueOf(done.changed()),
                String.valueOf(done.unchanged()),
                String.valueOf(done.ended()),
                String.valueOf(done.refused())));
        for (var row : imports.firstRefusals(done.id())) {
            out.println("  "
                    + text(
                            "catalog.command.refused",
                            language,
                            String.valueOf(row.line()),
                            text("catalog.import.reason." + row.reason(), language),
                            row.value()));
        }
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
