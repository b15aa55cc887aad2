package io.github.multicloudcx.testsupport;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Everything that an exception shows: messages, causes, suppressed ones. */
public final class Traces {
    private Traces() {}

    public static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
