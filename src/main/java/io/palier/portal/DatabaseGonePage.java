package io.palier.portal;

import io.palier.shared.web.PagePolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the database is away even sessions cannot be read: answers 503 with a page that needs nothing but itself. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseGonePage extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGonePage.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (!isDatabaseGone(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("The database cannot be reached: {}", e.getMessage());
            answer(response);
        }
    }

    private static void answer(HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        PagePolicy.beStrict(response);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(new ClassPathResource("templates/portal/database-gone.html")
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    /** Whatever Spring calls it, also where the connection broke in the middle and could not even be rolled back. */
    private static boolean isDatabaseGone(@Nullable Throwable thrown) {
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
}
