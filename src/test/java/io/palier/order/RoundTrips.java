package io.palier.order;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * Counts what goes over the wire in transactions of the calling thread: every execution of a statement and the commit.
 * The driver sends BEGIN together with the first statement.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RoundTrips implements BeanPostProcessor {
    private static final ThreadLocal<List<String>> SEEN = ThreadLocal.withInitial(ArrayList::new);

    static List<String> during(Runnable work) {
        SEEN.get().clear();
        work.run();
        return List.copyOf(SEEN.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(DataSource.class, source) : bean;
    }

    private static <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    note(target, method.getName());
                    try {
                        var result = method.invoke(target, arguments);
                        if (result instanceof Connection connection) {
                            return counting(Connection.class, connection);
                        }
                        return result instanceof Statement statement
                                ? counting(method.getReturnType(), statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static Object counting(Class<?> type, Statement statement) {
        return countingAny(type, statement);
    }

    private static <T> T countingAny(Class<T> type, Statement statement) {
        return counting(type, type.cast(statement));
    }

    private static void note(Object target, String method) throws java.sql.SQLException {
        if (target instanceof Statement statement
                && method.startsWith("execute")
                && !statement.getConnection().getAutoCommit()) {
            SEEN.get().add(statement.toString().lines().findFirst().orElse(""));
        } else if (target instanceof Connection && (method.equals("commit") || method.equals("rollback"))) {
            SEEN.get().add(method);
        }
    }
}
