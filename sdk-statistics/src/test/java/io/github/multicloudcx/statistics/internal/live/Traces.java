package io.github.multicloudcx.statistics.internal.live;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Everything that an exception shows: messages, causes, suppressed ones. */
final class Traces {
    private Traces() {}

    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
