package io.palier.platform.database;

import java.util.Map;

/**
 * Where the database is and the two roles that use it.
 *
 * @param url         JDBC address without user and password
 * @param owner       creates and changes tables, at start only
 * @param application reads and writes rows, all day
 */
public record DatabaseAccess(String url, Login owner, Login application) {

    /** A database role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** The settings by which Spring's data source and migrations find the database. */
    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.user(),
                "spring.datasource.password", application.password(),
                "spring.flyway.url", url,
                "spring.flyway.user", owner.user(),
                "spring.flyway.password", owner.password(),
                "spring.flyway.placeholders.application_role", application.user());
    }
}
