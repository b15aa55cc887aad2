package io.github.multicloudcx.udm.internal.export;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.multicloudcx.udm.export.ExportPhase;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the state file holds: how far an export came. {@link Journal} changes it. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NON_PRIVATE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
final class RunState {
    static final int VERSION = 1;

    /** Of this form. */
    int version = VERSION;

    /** Tells exports apart. */
    String fingerprint = "";

    /** What the description of the job holds. */
    String mark = "";

    /** When the first run began, ISO 8601. */
    String started = "";

    /** Number of runs so far. */
    int runs;

    /** What is to be done next. */
    ExportPhase phase = ExportPhase.CREATE;

    /** When the creation was last sent, ISO 8601; null before. */
    @Nullable
    String creationSent;

    /** Id of the job; null before it is known. */
    @Nullable
    String jobId;

    /** What was downloaded, in the order of the parts. */
    List<Part> parts = new ArrayList<>();

    /** Number of entries of the archive. */
    long entries;

    /** Number of records by entity type. */
    Map<String, Long> records = new LinkedHashMap<>();

    /** Time spent in each phase, in milliseconds. */
    Map<ExportPhase, Long> millis = new EnumMap<>(ExportPhase.class);

    /** When everything was done, ISO 8601; null before. */
    @Nullable
    String finished;

    /**
     * A part that was downloaded whole.
     *
     * @param name its file name, on the server and in the output directory
     * @param size bytes
     * @param sha256 digest
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(String name, long size, String sha256) {}

    /** Whether a file that was read holds what it must. */
    boolean usable() {
        return version == VERSION
                && isText(fingerprint)
                && isText(mark)
                && phase != null
                && Stream.of(parts, records, millis).noneMatch(Objects::isNull)
                && isTime(started)
                && (creationSent == null || isTime(creationSent))
                && (finished == null || isTime(finished));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static boolean isTime(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            Instant unused = Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
