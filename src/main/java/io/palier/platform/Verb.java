package io.palier.platform;

import java.io.PrintWriter;
import org.springframework.context.ApplicationContext;

/**
 * A verb of the command line that works inside the application, such as {@code palier catalog import FILE}.
 *
 * <p>A module adds one by a public class with a public constructor without parameters, picocli's {@code @Command} (name
 * and description) and its parameters, named in {@code META-INF/services/io.palier.platform.Verb}. The platform adds
 * {@code --data} and starts the whole application without listening on any port; if a Palier already runs on the data
 * directory, both work on the one database.
 */
public interface Verb {

    /** The word before the verb, such as {@code catalog}; empty if there is none. */
    default String group() {
        return "";
    }

    /**
     * Does the work, with doors found in the application.
     *
     * @param out the person's console; progress and results go here
     * @return the exit code: 0 if everything was done
     * @throws StartRefused to end with one sentence and exit code 1
     */
    int run(ApplicationContext application, PrintWriter out);
}
