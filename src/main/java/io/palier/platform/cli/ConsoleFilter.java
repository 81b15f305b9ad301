package io.palier.platform.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Keeps the console for people: until Palier is ready nothing is logged there, then warnings and errors are. */
public final class ConsoleFilter extends Filter<ILoggingEvent> {

    private static volatile boolean open;

    static void open() {
        open = true;
    }

    static void close() {
        open = false;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return open && event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
