package io.palier.platform.database;

import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import io.palier.platform.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that somebody else runs, named by environment variables. */
public final class ExternalDatabase implements Database {

    static final String URL = "PALIER_DATABASE_URL";
    static final String USER = "PALIER_DATABASE_USER";
    static final String PASSWORD = "PALIER_DATABASE_PASSWORD";
    static final String APPLICATION_USER = "PALIER_DATABASE_APP_USER";
    static final String APPLICATION_PASSWORD = "PALIER_DATABASE_APP_PASSWORD";

    /** The oldest major version of PostgreSQL whose SQL Palier keeps to. */
    static final int OLDEST = 15;

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "citext", "btree_gist", "btree_gin");
    private static final String PREFIX = "jdbc:";

    private final DatabaseAccess access;

    private ExternalDatabase(DatabaseAccess access) {
        this.access = access;
    }

    /** Whether the environment names an external database. */
    public static boolean isNamedBy(Map<String, String> environment) {
        return setting(environment, URL).isPresent();
    }

    /**
     * Reaches the database that the environment names, checks that Palier can live in it, and prepares the role the
     * application works under.
     *
     * @throws StartRefused if it cannot be reached, is too old, or its owner lacks a right
     */
    public static ExternalDatabase connect(Map<String, String> environment, MasterKey key) {
        String url = jdbc(required(environment, URL));
        var owner = new Login(required(environment, USER), required(environment, PASSWORD));
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            refuseUnusable(connection, owner.user());
            var application = application(environment, connection, key);
            if (application.user().equals(owner.user())) {
                throw new StartRefused(APPLICATION_USER + " and " + USER + " name the same role; the application needs"
                        + " one of its own, which owns nothing.");
            }
            var access = new DatabaseAccess(url, owner, application);
            prepareRole(
                    connection, access, setting(environment, APPLICATION_USER).isPresent());
            return new ExternalDatabase(access);
        } catch (SQLException failure) {
            throw new StartRefused(
                    "Palier cannot use the database " + withoutParameters(url) + ": " + firstLine(failure) + ".",
                    failure);
        }
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String required(Map<String, String> environment, String name) {
        return setting(environment, name)
                .orElseThrow(() -> new StartRefused(name + " is missing; an external database needs " + URL + ", "
                        + USER + " and " + PASSWORD + "."));
    }

    private static String jdbc(String url) {
        String address = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url;
        address = address.startsWith("postgres://") ? "postgresql" + address.substring("postgres".length()) : address;
        if (!address.startsWith("postgresql:")) {
            throw new StartRefused(URL + " must look like postgresql://host:5432/database.");
        }
        if (address.replaceFirst("\\?.*", "").contains("@")) {
            throw new StartRefused(
                    URL + " must not contain a user and password; give them in " + USER + " and " + PASSWORD + ".");
        }
        return PREFIX + address;
    }

    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "").substring(PREFIX.length());
    }

    private static String firstLine(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static void refuseUnusable(Connection connection, String owner) throws SQLException {
        var server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST) {
            throw new StartRefused("The database server is PostgreSQL " + server.getDatabaseProductVersion()
                    + "; Palier needs PostgreSQL " + OLDEST + " or newer.");
        }
        if (!holds(connection, "has_database_privilege(current_database(), 'CREATE')")
                || !holds(connection, "has_schema_privilege('public', 'CREATE')")) {
            throw new StartRefused("The database user " + owner + " may not create tables in " + connection.getCatalog()
                    + "; make it the owner: alter database \"" + connection.getCatalog() + "\" owner to \"" + owner
                    + "\".");
        }
        for (String extension : EXTENSIONS) {
            if (!holds(connection, "exists (select from pg_available_extensions where name = '" + extension + "')")) {
                throw new StartRefused("The database server lacks the extension " + extension
                        + "; install PostgreSQL's contrib package on it.");
            }
        }
    }

    private static boolean holds(Connection connection, String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + condition)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Login application(Map<String, String> environment, Connection connection, MasterKey key)
            throws SQLException {
        var given = setting(environment, APPLICATION_USER);
        return given.isPresent()
                ? new Login(given.get(), required(environment, APPLICATION_PASSWORD))
                // Several databases of one server may each hold a Palier.
                : new Login(connection.getCatalog() + "_app", ApplicationRole.password(key));
    }

    private static void prepareRole(Connection owner, DatabaseAccess access, boolean given) throws SQLException {
        String role = access.application().user();
        boolean exists = ApplicationRole.exists(owner, role);
        if (given && !exists) {
            throw new StartRefused("The database has no role " + role + ", which " + APPLICATION_USER + " names; create"
                    + " it: create role \"" + role + "\" login password '...'.");
        }
        if (exists && mayTooMuch(owner, role)) {
            throw new StartRefused("The database role " + role + " is a superuser or may act as the owner; the"
                    + " application needs one without such rights.");
        }
        var refusal = exists ? signInFailure(access) : null;
        if (exists && refusal == null) {
            ApplicationRole.grantRights(owner, role);
            return;
        }
        if (given) {
            throw new StartRefused(
                    "The database role " + role + " cannot sign in with the password in " + APPLICATION_PASSWORD + ": "
                            + firstLine(refusal == null ? new SQLException(role) : refusal) + ".");
        }
        if (!holds(owner, "(select rolsuper or rolcreaterole from pg_roles where rolname = current_user)")) {
            throw new StartRefused("The database user " + access.owner() + " may not create the role " + role
                    + " the application works under; either allow it: alter role \"" + access.owner()
                    + "\" createrole; or create a role with login and a password yourself and give it in "
                    + APPLICATION_USER + " and " + APPLICATION_PASSWORD + ".");
        }
        if (exists && isSignedIn(owner, role)) {
            throw new StartRefused("Another Palier with another master key uses this database; give every node the"
                    + " same " + MasterKeys.VARIABLE + ".");
        }
        ApplicationRole.prepare(owner, access.application());
    }

    private static boolean mayTooMuch(Connection owner, String role) throws SQLException {
        try (var query = owner.prepareStatement("""
                select rolsuper or rolcreaterole or pg_has_role(rolname, current_user, 'MEMBER')
                from pg_roles where rolname = ?
                """)) {
            query.setString(1, role);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private static @Nullable SQLException signInFailure(DatabaseAccess access) {
        var login = access.application();
        try (var connection = DriverManager.getConnection(access.url(), login.user(), login.password())) {
            return connection.isValid(0) ? null : new SQLException("the connection does not answer");
        } catch (SQLException failure) {
            return failure;
        }
    }

    private static boolean isSignedIn(Connection owner, String role) throws SQLException {
        try (var query = owner.prepareStatement("select 1 from pg_stat_activity where usename = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        // Whoever runs the server stops it.
    }
}
