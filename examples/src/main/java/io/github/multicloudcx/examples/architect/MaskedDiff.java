package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.update.JsonChange;
import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.JsonConflict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows changes and conflicts without secrets. A place is secret when it is in any of the documents that it comes from. */
final class MaskedDiff {
    private final List<JsonNode> masked;

    private MaskedDiff(JsonNode... documents) {
        this.masked = Stream.of(documents).map(SecretMask::masked).toList();
    }

    /** The lines of changes that are made to a document. */
    static List<String> of(JsonChanges changes, JsonNode before) {
        MaskedDiff diff = new MaskedDiff(before, changes.applyTo(before));
        return changes.effective().stream()
                .map(change -> diff.clean(change).toString())
                .toList();
    }

    /** The lines of conflicts between changes to one document and its newest state. */
    static List<String> of(List<JsonConflict> conflicts, JsonNode base, JsonNode now, JsonNode wanted) {
        MaskedDiff diff = new MaskedDiff(base, now, wanted);
        return conflicts.stream()
                .map(conflict -> new JsonConflict(
                        diff.clean(conflict.wanted()),
                        conflict.pointer(),
                        diff.clean(conflict.wanted().pointer(), conflict.found())))
                .map(JsonConflict::toString)
                .toList();
    }

    private JsonChange clean(JsonChange change) {
        String place = change.pointer();
        return new JsonChange(place, clean(place, change.before()), clean(place, change.after()));
    }

    private @Nullable JsonNode clean(String place, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        boolean secret = masked.stream().anyMatch(document -> SecretMask.hides(document, place)) || named(place, value);
        return secret ? JsonNodeFactory.instance.textNode(SecretMask.MASK) : SecretMask.masked(value);
    }

    private static boolean named(String place, JsonNode value) {
        return Stream.of(place.split("/"))
                .anyMatch(name -> SecretNames.kind(name).hides(value));
    }
}
