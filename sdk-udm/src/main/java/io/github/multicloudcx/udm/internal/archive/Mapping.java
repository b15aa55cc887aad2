package io.github.multicloudcx.udm.internal.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.ExportRecord;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readings of a record. */
public final class Mapping {
    private static final Pattern OF_JOB = Pattern.compile("(.+)-\\d+\\.json", Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID =
            Pattern.compile(".*\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("\\.json$", Pattern.CASE_INSENSITIVE);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new RecordTimes())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Mapping() {}

    /** What kind of record it is. */
    public static String entityType(String entry, JsonNode json) {
        String file = entry.substring(entry.lastIndexOf('/') + 1);
        Matcher name = OF_JOB.matcher(file);
        if (name.matches() && !UUID.matcher(file).matches()) {
            return name.group(1);
        }
        if (field(json, "ixnId") != null) {
            return "Interaction";
        }
        if (field(json, "entityid") != null) {
            return "Attachment";
        }
        if (field(json, "ContactId") != null) {
            return "Contact";
        }
        String bare = SUFFIX.matcher(file).replaceFirst("");
        return bare.isBlank() ? "Record" : bare;
    }

    /** A field whatever the case of its name; null for the JSON null. */
    public static @Nullable JsonNode field(JsonNode json, String name) {
        JsonNode exact = json.get(name);
        if (exact != null) {
            return exact.isNull() ? null : exact;
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String candidate = names.next();
            if (candidate.equalsIgnoreCase(name)) {
                JsonNode value = json.get(candidate);
                return value.isNull() ? null : value;
            }
        }
        return null;
    }

    /** All fields, found in any case. */
    public static Map<String, Object> fields(JsonNode json) {
        Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(MAPPER.convertValue(json, FIELDS));
        return Collections.unmodifiableMap(fields);
    }

    /** An object of the caller's type. What Jackson says of it quotes the value, so it is not passed on. */
    public static <T> T as(ExportRecord record, Class<T> type, ZoneId zone) {
        try {
            return MAPPER.readerFor(type).withAttribute(RecordTimes.ZONE, zone).readValue(record.json());
        } catch (IOException e) {
            throw new CorruptArchiveException(
                    "Record " + record.number() + " of entry " + record.entry() + " does not fit "
                            + type.getSimpleName() + path(e),
                    null);
        }
    }

    private static String path(IOException e) {
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return path.isEmpty() ? "" : " at field " + path;
    }
}
