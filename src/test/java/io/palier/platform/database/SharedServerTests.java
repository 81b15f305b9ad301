package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedServerTests {

    @Test
    void givesEveryTestAnEmptyDatabaseOfItsOwn() throws SQLException {
        var first = TestDatabase.fresh();
        var second = TestDatabase.fresh();
        assertThat(first.url()).isNotEqualTo(second.url());
        for (var access : new DatabaseAccess[] {first, second, TestDatabase.shared()}) {
            var login = access.application();
            try (var connection = DriverManager.getConnection(access.url(), login.user(), login.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }
}
