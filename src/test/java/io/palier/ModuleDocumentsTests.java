package io.palier;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.util.FileSystemUtils;

/** The pages about the modules in {@code docs/modules}: written from the code, checked in, never stale. */
class ModuleDocumentsTests {
    private static final Path CHECKED_IN = Path.of("docs/modules");
    private static final String WRITTEN = "target/modules";

    private final ApplicationModules modules = ApplicationModules.of(Palier.class);

    @Test
    void showTheModulesAsTheyAre() throws IOException {
        var now = written();
        var before = read(CHECKED_IN);
        if (!now.equals(before)) {
            replace(before.keySet(), now);
        }
        assertThat(before)
                .as("docs/modules was stale and is written anew; commit it")
                .isEqualTo(now);
    }

    private Map<String, String> written() throws IOException {
        FileSystemUtils.deleteRecursively(Path.of(WRITTEN));
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(WRITTEN))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        var documents = read(Path.of(WRITTEN));
        documents.replaceAll((name, text) -> name.endsWith(".puml") ? sortedLines(text) : sortedItems(text));
        documents.put("README.md", overview(documents));
        return documents;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var documents = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    documents.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return documents;
    }

    private static void replace(Set<String> before, Map<String, String> now) throws IOException {
        Files.createDirectories(CHECKED_IN);
        for (var name : before) {
            Files.delete(CHECKED_IN.resolve(name));
        }
        for (var document : now.entrySet()) {
            Files.writeString(CHECKED_IN.resolve(document.getKey()), document.getValue());
        }
    }

    /** Components and relations come in no order. */
    private static String sortedLines(String text) {
        var sorted = new ArrayList<String>();
        var run = new ArrayList<String>();
        for (var line : text.strip().lines().toList()) {
            var word = line.strip().replaceFirst("\\(.*", "");
            if (!run.isEmpty()
                    && !run.getFirst().strip().replaceFirst("\\(.*", "").equals(word)) {
                endRun(run, sorted);
            }
            if (Set.of("Component", "Rel").contains(word)) {
                run.add(line);
            } else {
                sorted.add(line);
            }
        }
        endRun(run, sorted);
        return String.join("\n", sorted) + "\n";
    }

    /** So do the items of a list; one goes on until another item, cell, heading or an empty line. */
    private static String sortedItems(String text) {
        var sorted = new ArrayList<String>();
        var run = new ArrayList<String>();
        for (var line : text.strip().lines().toList()) {
            if (line.startsWith("|* ")) {
                endRun(run, sorted);
                sorted.add("|");
                run.add(line.substring(1));
            } else if (line.startsWith("* ")) {
                run.add(line);
            } else if (run.isEmpty() || line.isEmpty() || line.startsWith("|") || line.startsWith("_")) {
                endRun(run, sorted);
                sorted.add(line);
            } else {
                run.add(run.removeLast() + "\n" + line);
            }
        }
        endRun(run, sorted);
        return String.join("\n", sorted) + "\n";
    }

    private static void endRun(List<String> run, List<String> sorted) {
        run.stream().map(ModuleDocumentsTests::sortedWithin).sorted().distinct().forEach(sorted::add);
        run.clear();
    }

    /** What belongs to an item comes in no order either. */
    private static String sortedWithin(String item) {
        var lines = item.lines().toList();
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .collect(joining("\n"));
    }

    private String overview(Map<String, String> documents) {
        var page = new StringBuilder("""
                # Modules

                Written by the build from the code; do not edit. An arrow says *uses*; arrows that follow from others are
                left out.

                ```mermaid
                flowchart TD
                """);
        var uses = uses();
        uses.forEach((module, used) -> used.stream()
                .filter(other -> !follows(uses, module, other))
                .forEach(other -> page.append("    ")
                        .append(module)
                        .append(" --> ")
                        .append(other)
                        .append('\n')));
        page.append("""
                ```

                | module | what it is | |
                |---|---|---|
                """);
        uses.keySet()
                .forEach(
                        module -> page.append("| `%s` | %s | [canvas](module-%s.adoc) · [neighbors](module-%s.puml) |\n"
                                .formatted(module, description(documents, module), module, module)));
        return page.append("\n[All modules and all arrows](components.puml).\n").toString();
    }

    private Map<String, Set<String>> uses() {
        var uses = new TreeMap<String, Set<String>>();
        modules.stream()
                .sorted(Comparator.comparing(ModuleDocumentsTests::name))
                .forEach(module -> uses.put(
                        name(module),
                        module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(ModuleDocumentsTests::name)
                                .filter(other -> !other.equals(name(module)))
                                .collect(toCollection(TreeSet::new))));
        return uses;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** Whether another used module uses that one too, be it through others. */
    private static boolean follows(Map<String, Set<String>> uses, String module, String other) {
        return uses.getOrDefault(module, Set.of()).stream()
                .filter(between -> !between.equals(other))
                .anyMatch(between -> reaches(uses, between, other));
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        var used = uses.getOrDefault(from, Set.of());
        return used.contains(to) || used.stream().anyMatch(between -> reaches(uses, between, to));
    }

    private static String description(Map<String, String> documents, String module) {
        var canvas = documents.getOrDefault("module-" + module + ".adoc", "");
        assertThat(canvas)
                .as("canvas of %s (one bracket alone in any Javadoc before it hides its own)", module)
                .contains("|Description\n|");
        return canvas.lines()
                .dropWhile(line -> !line.equals("|Description"))
                .skip(1)
                .limit(1)
                .map(line -> line.substring(1))
                .collect(joining());
    }
}
