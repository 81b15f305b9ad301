package io.palier.platform;

import jakarta.servlet.ServletRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from everything else that can go wrong. */
public final class DatabaseGone {
    private static final String LEFT = DatabaseGone.class.getName() + ".left";

    private DatabaseGone() {}

    /** Whatever Spring calls it, also where the connection broke in the middle and could not even be rolled back. */
    public static boolean isBehind(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || (cause instanceof SQLException failure && isOfTheConnection(failure))) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08, connection exception, and 57P, the server shuts down or starts. */
    private static boolean isOfTheConnection(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P")));
    }

    /** Says that this request is answered further out, in a shape of its own, should the database be gone. */
    public static void leave(ServletRequest request) {
        request.setAttribute(LEFT, true);
    }

    /** Whether somebody further out answers. */
    public static boolean isLeft(ServletRequest request) {
        return request.getAttribute(LEFT) != null;
    }
}
