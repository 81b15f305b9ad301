package bench;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/**
 * Makes customers of the demo's first provider with COPY. One name in ten holds {@link #COMMON}; each holds a number of
 * its own.
 */
final class Customers {
    /** What one name in ten holds. */
    static final String COMMON = "harbour";

    private static final List<String> TRADES = List.of(
            "Bakery", "Brewery", "Cycles", "Dairy", "Foundry", "Harbour", "Joinery", "Nursery", "Printing", "Tannery");
    private static final String SINCE = "2026-01-15 09:00:00+00";

    private final Postgres postgres;

    Customers(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Makes as many as are missing. */
    void growTo(int wanted) throws Exception {
        try (var database = postgres.connect(Postgres.PALIER)) {
            int there = count(database);
            if (there >= wanted) {
                return;
            }
            boolean many = wanted - there > 50_000;
            var search = many ? dropSearch(database) : "";
            copy(
                    database,
                    "organization (id, kind, name, sort_name, address_country, language, created_at, version)",
                    there,
                    wanted,
                    i -> row(id(1, i), "CUSTOMER", name(i), name(i).toLowerCase(), "FR", "fr", SINCE, "0"));
            copy(
                    database,
                    "organization_domain (domain, organization_id, is_primary)",
                    there,
                    wanted,
                    i -> row(domain(i), id(1, i), "true"));
            copy(
                    database,
                    """
                    customer_relationship (id, provider_id, customer_id, contact_first_name, contact_last_name,
                        contact_email, billing_name, billing_country, billing_line1, billing_city, billing_postal_code,
                        qualification, delegated_admin, agreement_accepted_at, agreement_by, agreement_first_name,
                        agreement_last_name, agreement_email, agreement_recorded_at, created_at, version)""",
                    there,
                    wanted,
                    i -> row(
                            id(2, i),
                            Product.TENANT,
                            id(1, i),
                            "Zoé",
                            "Martin",
                            "zoe@" + domain(i),
                            name(i),
                            "FR",
                            "1 quai du Port",
                            "Brest",
                            "29200",
                            "NONE",
                            "true",
                            SINCE,
                            "ATTESTED",
                            "Zoé",
                            "Martin",
                            "zoe@" + domain(i),
                            SINCE,
                            SINCE,
                            "0"));
            copy(
                    database,
                    """
                    customer_listing (viewer_organization, relationship_id, provider_id, customer_id, name, sort_name,
                        domain, search_text, contact_name, contact_email, agreement_accepted, created_at)""",
                    there,
                    wanted,
                    i -> row(
                            Product.TENANT,
                            id(2, i),
                            Product.TENANT,
                            id(1, i),
                            name(i),
                            name(i).toLowerCase(),
                            domain(i),
                            name(i).toLowerCase() + " " + domain(i) + " " + id(1, i),
                            "Zoé Martin",
                            "zoe@" + domain(i),
                            "true",
                            SINCE));
            if (many) {
                execute(database, "set maintenance_work_mem = '1GB'");
                execute(database, search);
            }
            execute(database, "vacuum analyze");
        }
    }

    /** Filling an index row by row takes many times as long as making it at the end. */
    private static String dropSearch(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select pg_get_indexdef('customer_listing_search'::regclass)")) {
            found.next();
            var made = found.getString(1);
            execute(database, "drop index customer_listing_search");
            return made;
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from customer_listing where search_text like '%.bench.example%'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void copy(Connection database, String into, int from, int to, IntFunction<String> row)
            throws SQLException, IOException {
        var sink = database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
        try (var writer = new CopyWriter(sink)) {
            for (int i = from; i < to; i++) {
                writer.write(row.apply(i));
            }
        }
    }

    private static String row(String... columns) {
        return String.join("\t", columns) + "\n";
    }

    List<String> some(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> id(1, i))
                .toList();
    }

    /** Numbers are spread over the alphabet as names are. */
    static String name(int i) {
        return "%s %s %07d".formatted(syllables(i), TRADES.get(i % 10), i);
    }

    private static String syllables(int i) {
        int spread = (int) (i * 2_654_435_761L >>> 8 & 0x7fffff);
        var name = new StringBuilder();
        for (int left = spread + 26 * 26; left > 0; left /= 26) {
            name.append((char) ('a' + left % 26));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private static String domain(int i) {
        return "c%07d.bench.example".formatted(i);
    }

    private static String id(int kind, int i) {
        return new UUID(0x0190b000_0000_7000L | kind << 16, 0x8000_0000_0000_0000L | i).toString();
    }

    /** Hands text to COPY in large pieces. */
    private static final class CopyWriter extends Writer {
        private static final int PIECE = 1 << 16;

        private final org.postgresql.copy.CopyIn sink;
        private final StringBuilder piece = new StringBuilder();

        CopyWriter(org.postgresql.copy.CopyIn sink) {
            this.sink = sink;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            piece.append(text, offset, length);
            if (piece.length() > PIECE) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            var bytes = piece.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            piece.setLength(0);
            try {
                sink.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException refused) {
                throw new IOException(refused);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
            try {
                sink.endCopy();
            } catch (SQLException refused) {
                throw new IOException(refused);
            }
        }
    }
}
