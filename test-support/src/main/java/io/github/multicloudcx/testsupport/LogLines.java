package io.github.multicloudcx.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** What is logged at any level while it is open. Lines of other tests that run at the same time may be among it. */
public final class LogLines implements AutoCloseable {
    private static final List<LogLines> OPEN = new CopyOnWriteArrayList<>();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    public static LogLines open() {
        LogLines log = new LogLines();
        OPEN.add(log);
        return log;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }

    /** Hands lines to those that are open. */
    public static final class Provider implements SLF4JServiceProvider {
        private final BasicMarkerFactory markers = new BasicMarkerFactory();
        private final BasicMDCAdapter mdc = new BasicMDCAdapter();

        @Override
        public ILoggerFactory getLoggerFactory() {
            return OpenLogger::new;
        }

        @Override
        public IMarkerFactory getMarkerFactory() {
            return markers;
        }

        @Override
        public MDCAdapter getMDCAdapter() {
            return mdc;
        }

        @Override
        public String getRequestedApiVersion() {
            return "2.0.99";
        }

        @Override
        public void initialize() {}
    }

    private static final class OpenLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private OpenLogger(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return !OPEN.isEmpty();
        }

        @Override
        public boolean isDebugEnabled() {
            return !OPEN.isEmpty();
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return "";
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            String text = MessageFormatter.arrayFormat(pattern, arguments).getMessage();
            String line = level + " " + name + " " + text + (thrown == null ? "" : " " + Traces.of(thrown));
            OPEN.forEach(log -> log.lines.add(line));
        }
    }
}
