package io.github.multicloudcx.udm.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.Times;
import io.github.multicloudcx.udm.internal.archive.Mapping;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an export: a JSON object. The case of its names differs between kinds of exports ({@code ixnId},
 * {@code IXNID}), so they are looked up whatever their case.
 *
 * @param entry name of the entry that it is from
 * @param number which record of that entry it is, from 1
 * @param json the record as it came
 */
public record ExportRecord(String entry, long number, JsonNode json) {
    /**
     * Checks that there is a record.
     *
     * @param entry name of the entry that it is from
     * @param number which record of that entry it is, from 1
     * @param json the record as it came
     */
    public ExportRecord {
        Require.present(entry, "entry");
        Require.present(json, "json");
    }

    /**
     * Tells what kind of record it is. The kind stands in the name of the entry or not at all, so this is our reading:
     *
     * <ul>
     *   <li>{@code Contact-17.json} is a {@code Contact}, {@code Contact-Attachment-17.json} a {@code Contact-Attachment}
     *   <li>interactions are entries of their own, named at will: a record with {@code ixnId} is an {@code Interaction}, one
     *       with {@code entityid} an {@code Attachment}, one with {@code ContactId} a {@code Contact}
     *   <li>anything else is what the entry is called, without its suffix
     * </ul>
     *
     * @return the kind, never blank
     */
    public String entityType() {
        return Mapping.entityType(entry, json);
    }

    /**
     * Returns a field.
     *
     * @param name its name in any case
     * @return the value, or null when there is none or it is the JSON null
     */
    public @Nullable JsonNode field(String name) {
        return Mapping.field(json, Require.present(name, "name"));
    }

    /**
     * Returns a field as text.
     *
     * @param name its name in any case
     * @return the text or number as text, the JSON of an object or array; null when there is none or it is the JSON null
     */
    public @Nullable String text(String name) {
        JsonNode value = field(name);
        return value == null ? null : value.isValueNode() ? value.asText() : value.toString();
    }

    /**
     * Returns a field as a time, in UTC where it has no zone.
     *
     * @param name its name in any case
     * @return the time; null when there is none
     * @throws CorruptArchiveException when it cannot be read as a time
     */
    public @Nullable Instant instant(String name) {
        return instant(name, ZoneOffset.UTC);
    }

    /**
     * Returns a field as a time. Exports have times such as {@code 2015-08-05 08:31:20.78}, without a zone, and no page
     * states which one is meant; UTC is likely.
     *
     * @param name its name in any case
     * @param zone where the time is reckoned when it has no zone of its own
     * @return the time; null when there is none
     * @throws CorruptArchiveException when it cannot be read as a time
     */
    public @Nullable Instant instant(String name, ZoneId zone) {
        Require.present(zone, "zone");
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        Instant time = Times.parse(text, zone);
        if (time == null) {
            throw new CorruptArchiveException(
                    "Field " + name + " of record " + number + " of entry " + entry
                            + " is no time; read it with text()",
                    null);
        }
        return time;
    }

    /**
     * Returns all fields.
     *
     * @return an unmodifiable map that finds them in any case and lists them by the alphabet; objects are maps, arrays
     *     lists, numbers what Jackson makes of them
     */
    public Map<String, Object> fields() {
        return Mapping.fields(json);
    }

    /**
     * Makes an object of it.
     *
     * @param <T> its type
     * @param type a record or class that Jackson can make; names match in any case, unknown fields are ignored. Fields of
     *     type {@code Instant}, {@code ZonedDateTime} and {@code LocalDateTime} are read as {@link #instant(String)} does
     * @return the object
     * @throws CorruptArchiveException when a field does not fit, naming it
     */
    public <T> T as(Class<T> type) {
        return as(type, ZoneOffset.UTC);
    }

    /**
     * Makes an object of it as {@link #as(Class)} does, with times in a zone.
     *
     * @param <T> its type
     * @param type a record or class that Jackson can make
     * @param zone where times are reckoned that have no zone of their own
     * @return the object
     * @throws CorruptArchiveException when a field does not fit, naming it
     */
    public <T> T as(Class<T> type, ZoneId zone) {
        return Mapping.as(this, Require.present(type, "type"), Require.present(zone, "zone"));
    }

    /** Tells where it is from, and not what is in it. */
    @Override
    public String toString() {
        return "ExportRecord[" + entry + ", " + number + "]";
    }
}
