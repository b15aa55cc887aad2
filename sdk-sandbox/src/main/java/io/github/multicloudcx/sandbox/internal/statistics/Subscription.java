package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.internal.cometd.HttpSession;
import java.util.ArrayList;
import java.util.List;

/** Statistics that a client wants to hear of. */
final class Subscription {
    private final String id;
    private final HttpSession session;
    private final List<Watch> watches;

    Subscription(String id, HttpSession session, List<Watch> watches) {
        this.id = id;
        this.session = session;
        this.watches = new ArrayList<>(watches);
    }

    String id() {
        return id;
    }

    /** Where it was opened and where it is heard of. */
    HttpSession session() {
        return session;
    }

    /** In the order in which they were asked for. */
    List<Watch> watches() {
        return watches;
    }
}
