package io.github.multicloudcx.examples.architect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** Tells programs apart that write the same audit log, and whether they still run. */
final class ThisProcess {
    private static final String NAME = host() + "/" + described(ProcessHandle.current());

    private ThisProcess() {}

    /** Host, number and start of this program. */
    static String name() {
        return NAME;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String described(ProcessHandle process) {
        return process.pid() + "/" + process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Whether a program of this machine has certainly ended. */
    static boolean ended(String name) {
        String[] parts = name.split("/", 3);
        if (parts.length < 3 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(parts[1]))
                .filter(process -> name.endsWith("/" + described(process)))
                .isEmpty();
    }
}
