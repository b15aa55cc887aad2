package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A flow with all its versions. */
public final class Flow {
    /** Who changes flows without being a client. */
    public static final String ANOTHER_EDITOR = "another editor";

    /**
     * What never changes.
     *
     * @param id id
     * @param name name
     * @param description description, null for none
     * @param created when it was made
     */
    record Facts(String id, String name, @Nullable String description, Instant created) {}

    /**
     * How a change by a client ended.
     *
     * @param accepted whether it was made
     * @param current the version after it, whoever made that
     */
    record Attempt(boolean accepted, FlowState current) {}

    private final Facts facts;
    private final List<FlowState> history = new ArrayList<>();
    private int overtakings;
    private UnaryOperator<ObjectNode> overtaking = UnaryOperator.identity();

    Flow(Facts facts, FlowState first) {
        this.facts = facts;
        history.add(first);
    }

    Facts facts() {
        return facts;
    }

    public synchronized List<FlowState> history() {
        return List.copyOf(history);
    }

    public synchronized FlowState current() {
        return history.get(history.size() - 1);
    }

    /** Has other changes made just before the next ones by clients. */
    public synchronized void overtake(int changes, UnaryOperator<ObjectNode> edit) {
        overtakings = changes;
        overtaking = edit;
    }

    public synchronized void edit(UnaryOperator<ObjectNode> edit, Instant now) {
        next(edit, ANOTHER_EDITOR, now);
    }

    /** Makes a change only if the version is the next one. */
    synchronized Attempt change(long version, UnaryOperator<ObjectNode> edit, String by, Instant now) {
        if (overtakings > 0) {
            overtakings--;
            edit(overtaking, now);
        }
        boolean accepted = version == current().version() + 1L;
        if (accepted) {
            next(edit, by, now);
        }
        return new Attempt(accepted, current());
    }

    private void next(UnaryOperator<ObjectNode> edit, String by, Instant now) {
        FlowState last = current();
        history.add(new FlowState(last.version() + 1, edit.apply(last.settings()), by, now));
    }
}
