package io.palier.platform;

/**
 * Palier cannot start, for a reason that the person at the keyboard can mend.
 *
 * <p>The message is one sentence that says what is wrong and what to do; the command line prints it alone, without a
 * stack trace, and ends with exit code 1.
 */
public final class StartRefused extends RuntimeException {

    /** @param sentence what is wrong and what to do, without a trailing line break */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and what to do, without a trailing line break
     * @param cause    what was met, for the log file
     */
    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
