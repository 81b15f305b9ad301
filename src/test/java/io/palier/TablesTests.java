package io.palier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whose tables are whose: between modules, and between the organizations that share an installation. */
class TablesTests {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/io/palier");

    private static final Pattern TABLE = Pattern.compile(
            "create (?:unlogged )?table (?:if not exists )?([a-z_]+) \\((.*?)^\\)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ADDED = Pattern.compile("alter table ([a-z_]+)\\s+add column ([a-z_]+)");
    private static final Pattern COLUMN = Pattern.compile("^ {4}([a-z_]+) ", Pattern.MULTILINE);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern USE =
            Pattern.compile("\\b(?:from|join|into|update|table|using|references)\\s+(?:only\\s+)?([a-z_]+)\\b");

    /** Columns that say whose a row is. */
    private static final Set<String> OWNERS = Set.of(
            "owner_id",
            "organization_id",
            "viewer_id",
            "sender_id",
            "provider_id",
            "reseller_id",
            "customer_id",
            "relationship_id",
            "publisher_id");

    /** Tables whose rows belong to no organization, or to one through their parent, each with its reason. */
    private static final Map<String, String> OWNERLESS = Map.ofEntries(
            Map.entry("account", "a person, who may act for several organizations"),
            Map.entry("agreement_text", "part of agreement_version"),
            Map.entry("agreement_version", "the operator’s, the same for all"),
            Map.entry("application_consent", "part of application, for one person"),
            Map.entry("application_grant", "part of application, for one person"),
            Map.entry("application_grant_token", "part of application_grant"),
            Map.entry("application_secret", "part of application"),
            Map.entry("availability", "the catalog is the same for all"),
            Map.entry("catalog_import_refusal", "part of catalog_import"),
            Map.entry("catalog_import_row", "part of catalog_import"),
            Map.entry("catalog_import_text", "part of catalog_import"),
            Map.entry("catalog_version", "one row"),
            Map.entry("event_publication", "Spring Modulith’s"),
            Map.entry("form_submission", "of one page, for a day"),
            Map.entry("installation", "one row"),
            Map.entry("mail_outbox", "the operator’s"),
            Map.entry("notification_read", "part of notification, for one membership"),
            Map.entry("organization", "is an owner"),
            Map.entry("product", "the catalog is the same for all"),
            Map.entry("product_text", "the catalog is the same for all"),
            Map.entry("recovery_code", "part of second_factor"),
            Map.entry("relationship_request_step", "part of relationship_request"),
            Map.entry("second_factor", "of a person, who may act for several organizations"),
            Map.entry("shedlock", "ShedLock’s"),
            Map.entry("sign_in_failure", "of a sign-in name, which may be nobody’s"),
            Map.entry("signing_key", "the installation’s"),
            Map.entry("sku", "the catalog is the same for all"),
            Map.entry("sku_prerequisite", "the catalog is the same for all"),
            Map.entry("sku_text", "the catalog is the same for all"),
            Map.entry("sku_upgrade", "the catalog is the same for all"),
            Map.entry("spring_session", "Spring Session’s"),
            Map.entry("spring_session_attributes", "Spring Session’s"),
            Map.entry("webhook_attempt", "part of webhook_delivery"),
            Map.entry("webhook_key", "the installation’s"));

    /** Migrations that hand rows over to the module they belong to now. */
    private static final Set<String> MOVES = Set.of(
            "V3__requests_become_invitations.sql", "V5__move_requests_to_invitations.sql", "V6__drop_requests.sql");

    @Test
    void everyTableSaysWhoseItsRowsAre() throws IOException {
        var columns = columns();
        var ownerless = new TreeSet<String>();
        columns.forEach((table, names) -> {
            if (names.stream().noneMatch(OWNERS::contains)) {
                ownerless.add(table);
            }
        });
        assertThat(columns).as("tables found").hasSizeGreaterThan(30);
        assertThat(ownerless).isEqualTo(new TreeSet<>(OWNERLESS.keySet()));
    }

    @Test
    void noModuleReadsOrWritesTheTablesOfAnother() throws IOException {
        var owners = owners();
        var trespasses = new TreeSet<String>();
        for (var source : files(SOURCES, ".java")) {
            var module = SOURCES.relativize(source).getName(0).toString();
            for (var table : tablesIn(literals(Files.readString(source)))) {
                trespass(owners, module, table, source, trespasses);
            }
        }
        assertThat(trespasses)
                .as("use a published view, or ask the module’s door")
                .isEmpty();
    }

    @Test
    void noViewOrKeyReachesIntoTheTablesOfAnotherModule() throws IOException {
        var owners = owners();
        var trespasses = new TreeSet<String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            for (var table : tablesIn(withoutComments(Files.readString(migration)))) {
                trespass(owners, module(migration), table, migration, trespasses);
            }
        }
        assertThat(trespasses).isEmpty();
    }

    private static void trespass(
            Map<String, String> owners, String module, String table, Path file, Set<String> trespasses) {
        var owner = owners.get(table);
        if (owner != null
                && !owner.equals(module)
                && !MOVES.contains(file.getFileName().toString())) {
            trespasses.add(module + " uses " + table + " of " + owner + " in " + file.getFileName());
        }
    }

    private static Map<String, Set<String>> columns() throws IOException {
        var columns = new TreeMap<String, Set<String>>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            var sql = withoutComments(Files.readString(migration));
            TABLE.matcher(sql).results().forEach(table -> {
                var names = columns.computeIfAbsent(table.group(1), _ -> new LinkedHashSet<>());
                COLUMN.matcher(table.group(2)).results().forEach(column -> names.add(column.group(1)));
            });
            ADDED.matcher(sql)
                    .results()
                    .forEach(added -> columns.computeIfAbsent(added.group(1), _ -> new LinkedHashSet<>())
                            .add(added.group(2)));
        }
        return columns;
    }

    /** The module of each table; views are not among them, for they are doors. */
    private static Map<String, String> owners() throws IOException {
        var owners = new TreeMap<String, String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            TABLE.matcher(withoutComments(Files.readString(migration)))
                    .results()
                    .forEach(table -> owners.put(table.group(1), module(migration)));
        }
        return owners;
    }

    private static String module(Path migration) {
        var folder = MIGRATIONS.relativize(migration).getName(0).toString();
        return folder.equals("__root") ? "platform" : folder;
    }

    private static Set<String> tablesIn(String sql) {
        var tables = new TreeSet<String>();
        USE.matcher(sql).results().forEach(use -> tables.add(use.group(1)));
        return tables;
    }

    private static String literals(String source) {
        var literals = new StringBuilder();
        LITERAL.matcher(source)
                .results()
                .forEach(literal -> literals.append(literal.group(1) == null ? literal.group(2) : literal.group(1))
                        .append(';'));
        return literals.toString();
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\n]*", "");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
