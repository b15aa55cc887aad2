package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a JSON document, each at a place of its own, that can be made anew on a state to which others have added
 * theirs. Objects are entered, everything else counts as one value; so does an array. Immutable, as long as nobody changes the
 * JSON that it hands out. Numbers are compared by value; read documents with {@code USE_BIG_DECIMAL_FOR_FLOATS} where they may
 * hold some that do not fit into a double, which otherwise are never the same.
 *
 * <pre>{@code
 * JsonChanges wanted = JsonChanges.of(settings, mergePatch);
 * List<JsonConflict> conflicts = wanted.conflicts(newest); // where somebody else has changed the same value
 * JsonNode merged = wanted.applyTo(newest);
 * }</pre>
 */
public final class JsonChanges {
    private final JsonNode base;
    private final JsonNode goal;
    private final List<JsonChange> changes;

    private JsonChanges(JsonNode base, JsonNode goal, List<JsonChange> changes) {
        this.base = base;
        this.goal = goal;
        this.changes = List.copyOf(changes);
    }

    /**
     * The changes that a merge patch (RFC 7396) makes to a document: its objects are merged into those of the document, null
     * removes, everything else replaces. What the patch names but does not change is among them, so that a later change of
     * it by somebody else is a conflict.
     *
     * @param base the document; not changed
     * @param mergePatch the patch
     * @return the changes, in the order of the patch
     */
    public static JsonChanges of(JsonNode base, JsonNode mergePatch) {
        JsonNode document = Require.present(base, "base").deepCopy();
        List<JsonChange> changes = JsonDifferences.ofPatch(
                document, Require.present(mergePatch, "mergePatch").deepCopy());
        return new JsonChanges(document, made(changes, document.deepCopy(), null), changes);
    }

    /**
     * The differences between two documents.
     *
     * @param before the one; not changed
     * @param after the other; not changed
     * @return the changes that make the other of the one; empty when they are the same
     */
    public static JsonChanges between(JsonNode before, JsonNode after) {
        JsonNode base = Require.present(before, "before").deepCopy();
        JsonNode goal = Require.present(after, "after").deepCopy();
        return new JsonChanges(base, goal, JsonDifferences.between(base, goal));
    }

    /**
     * Returns the changes, those that change nothing included.
     *
     * @return in order
     */
    public List<JsonChange> all() {
        return changes;
    }

    /**
     * Returns the changes that change something.
     *
     * @return in order; empty when the document is already as it is to be
     */
    public List<JsonChange> effective() {
        return changes.stream().filter(JsonChange::effective).toList();
    }

    /**
     * Makes the changes. {@link #conflicts} tells beforehand whether that would undo changes of others.
     *
     * @param document any state of the document; not changed
     * @return a changed copy
     */
    public JsonNode applyTo(JsonNode document) {
        return made(changes, Require.present(document, "document").deepCopy(), goal);
    }

    private static JsonNode made(List<JsonChange> changes, JsonNode document, @Nullable JsonNode goal) {
        JsonNode result = document;
        for (JsonChange change : changes) {
            JsonPointer place = JsonPointer.compile(change.pointer());
            if (change.after() != null) {
                result = JsonValues.put(result, place, change.after());
            } else if (JsonValues.at(result, place) != null) {
                JsonValues.remove(result, place);
                removeEmptied(result, place.head(), goal);
            }
        }
        return result;
    }

    /** Objects that had come with the value which was taken out go with it. */
    private static void removeEmptied(JsonNode document, JsonPointer emptied, @Nullable JsonNode goal) {
        JsonPointer above = emptied;
        while (goal != null && !above.matches() && JsonValues.at(goal, above) == null) {
            JsonNode object = JsonValues.at(document, above);
            if (object == null || !object.isObject() || !object.isEmpty()) {
                return;
            }
            JsonValues.remove(document, above);
            above = above.head();
        }
    }

    /**
     * Tells whether a document is as it is to be in all the places that are to be changed.
     *
     * @param document any state of the document; not changed
     * @return true when {@link #applyTo} would change nothing
     */
    public boolean madeIn(JsonNode document) {
        return JsonValues.same(applyTo(document), document);
    }

    /**
     * Finds what somebody else has changed meanwhile in places that are to be changed. No conflict is: a change elsewhere,
     * and one that made a place what it is to be.
     *
     * @param now the newest state of the document
     * @return what stands against it; empty when {@link #applyTo} undoes nothing
     */
    public List<JsonConflict> conflicts(JsonNode now) {
        Require.present(now, "now");
        List<JsonConflict> conflicts = new ArrayList<>();
        for (JsonChange change : changes) {
            JsonPointer place = JsonPointer.compile(change.pointer());
            JsonNode found = JsonValues.at(now, place);
            JsonPointer blocked = JsonValues.same(found, change.after()) ? null : blocked(place, now);
            if (blocked != null) {
                conflicts.add(new JsonConflict(change, blocked.toString(), JsonValues.at(now, blocked)));
            }
        }
        return List.copyOf(conflicts);
    }

    /** The uppermost place, the changed one or above it, that somebody else has changed; null when nobody has. */
    private @Nullable JsonPointer blocked(JsonPointer place, JsonNode now) {
        JsonPointer above = JsonPointer.empty();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            if (!objectAsBefore(above, now)) {
                return above;
            }
            above = above.appendProperty(rest.getMatchingProperty());
        }
        return JsonValues.same(JsonValues.at(base, place), JsonValues.at(now, place)) ? null : place;
    }

    /** Whether it is an object, or absent as it was before. */
    private boolean objectAsBefore(JsonPointer above, JsonNode now) {
        JsonNode found = JsonValues.at(now, above);
        return found == null ? JsonValues.at(base, above) == null : found.isObject();
    }

    /**
     * The changes that undo these.
     *
     * @return each change with before and after exchanged, the last first
     */
    public JsonChanges reversed() {
        List<JsonChange> reversed = new ArrayList<>();
        changes.forEach(change -> reversed.add(0, change.reversed()));
        return new JsonChanges(goal, base, reversed);
    }

    /** A diff, one line for each change that changes something; it shows the values. */
    @Override
    public String toString() {
        return effective().stream().map(JsonChange::toString).collect(Collectors.joining("\n"));
    }
}
