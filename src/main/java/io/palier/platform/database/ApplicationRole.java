package io.palier.platform.database;

import io.palier.platform.MasterKey;
import io.palier.platform.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.postgresql.PGConnection;

/** The database role the application works under: it reads and writes rows and cannot create or change tables. */
final class ApplicationRole {

    // Nodes that start together on one database must not create the role twice.
    private static final long LOCK = 0x70616c696572L;

    private ApplicationRole() {}

    /** The role's password: every node that has the master key knows it, and it is stored nowhere. */
    static String password(MasterKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("database application role"));
    }

    /**
     * Creates the role if it is missing, sets its password and its rights on what the owner will create.
     *
     * @param owner a connection of the owner to the database itself
     */
    static void prepare(Connection owner, Login role) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            lock(statement);
            if (!exists(owner, role.user())) {
                statement.execute("create role " + statement.enquoteIdentifier(role.user(), true) + " login");
            }
            setPassword(owner, role);
            grant(owner, statement, role.user());
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    /** Sets the rights of a role whose password needs no change. */
    static void grantRights(Connection owner, String user) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            lock(statement);
            grant(owner, statement, user);
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    private static void lock(Statement statement) throws SQLException {
        statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    static boolean exists(Connection connection, String role) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }

    /** The driver sends a verifier, so that no log of the server can hold the password. */
    private static void setPassword(Connection owner, Login role) throws SQLException {
        owner.unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }

    private static void grant(Connection owner, Statement statement, String user) throws SQLException {
        String role = statement.enquoteIdentifier(user, true);
        String database = statement.enquoteIdentifier(owner.getCatalog(), true);
        String defaults = "alter default privileges in schema public grant ";
        statement.execute("grant connect on database " + database + " to " + role);
        statement.execute("grant usage on schema public to " + role);
        statement.execute(defaults + "select, insert, update, delete on tables to " + role);
        statement.execute(defaults + "usage, select on sequences to " + role);
        statement.execute(defaults + "execute on functions to " + role);
    }
}
