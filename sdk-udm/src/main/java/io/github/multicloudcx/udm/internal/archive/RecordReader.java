package io.github.multicloudcx.udm.internal.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.udm.archive.ArchiveException;
import io.github.multicloudcx.udm.archive.ArchiveLimitException;
import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.ExportRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of all JSON entries, one after the other. Each is read whole, and not more than one at a time. */
public final class RecordReader implements Iterator<ExportRecord> {
    /** More take longer to parse than their length accounts for. */
    private static final int DIGITS = 1000;

    private final Pass pass;
    private final ArchiveLimits limits;
    private final ObjectMapper mapper;
    private @Nullable JsonParser parser;
    private @Nullable Budget budget;
    private String entry = "";
    private long number;
    private @Nullable ExportRecord next;
    private boolean ended;

    /** Of a pass that nobody else moves on. */
    public RecordReader(Pass pass, ArchiveLimits limits) {
        this.pass = pass;
        this.limits = limits;
        this.mapper = mapper(limits);
    }

    /** Keeps numbers as they came: a double has no room for all digits of an amount, and makes Infinity of 1e400. */
    private static ObjectMapper mapper(ArchiveLimits limits) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.recordBytes())
                        .maxNameLength(limits.recordBytes())
                        .maxNumberLength(DIGITS)
                        .build())
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public ExportRecord next() {
        ExportRecord record = hasNext() ? next : null;
        if (record == null) {
            throw new NoSuchElementException("there are no more records");
        }
        next = null;
        return record;
    }

    private @Nullable ExportRecord advance() {
        while (parser != null || nextEntry()) {
            JsonNode json = read();
            if (json != null) {
                return new ExportRecord(entry, number, json);
            }
            parser = null;
        }
        return null;
    }

    private boolean nextEntry() {
        for (EntryContent content = pass.next(); content != null; content = pass.next()) {
            if (content.json()) {
                entry = content.name();
                number = 0;
                Budget bounded = new Budget(content);
                budget = bounded;
                parser = parser(bounded);
                return true;
            }
        }
        return false;
    }

    private JsonParser parser(InputStream content) {
        try {
            return mapper.createParser(content);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** An object, or null at the end of the entry; an array around all objects is no record of its own. */
    private @Nullable JsonNode read() {
        JsonParser open = parser;
        if (open == null || budget == null) {
            return null;
        }
        budget.begin();
        number++;
        try {
            JsonToken token = open.nextToken();
            while (token == JsonToken.END_ARRAY || (token == JsonToken.START_ARRAY && outermost(open))) {
                token = open.nextToken();
            }
            if (token == null) {
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                throw new CorruptArchiveException(where() + " is no JSON object", null);
            }
            return mapper.readTree(open);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean outermost(JsonParser array) {
        return array.getParsingContext().getParent().inRoot();
    }

    private String where() {
        return "Record " + number + " of entry " + EntryNames.printable(entry);
    }

    /** The message of the parser quotes what it read, so neither it nor its exception is passed on. */
    private ArchiveException failed(IOException e) {
        if (e instanceof StreamConstraintsException constraint) {
            String exceeded = String.valueOf(constraint.getMessage());
            if (exceeded.contains("Number")) {
                return new CorruptArchiveException(
                        where() + " holds a number of more than " + DIGITS + " digits", null);
            }
            boolean depth = exceeded.contains("depth");
            return depth ? exceeded("is nested deeper than " + limits.depth() + " levels", "depth") : tooLong();
        }
        JsonLocation location = e instanceof JacksonException json ? json.getLocation() : null;
        return new CorruptArchiveException(
                where() + " is no JSON"
                        + (location == null
                                ? ""
                                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")"),
                null);
    }

    private ArchiveLimitException tooLong() {
        return exceeded("has more than " + limits.recordBytes() + " bytes", "recordBytes");
    }

    private ArchiveLimitException exceeded(String what, String limit) {
        return new ArchiveLimitException(
                where() + " " + what + "; if that is right, raise it with ArchiveLimits." + limit, null);
    }

    /** Refuses to read on when a record takes more than it may; the parser reads some ahead. */
    private final class Budget extends FilterInputStream {
        private static final int AHEAD = 16 * 1024;

        private long read;

        private Budget(InputStream content) {
            super(content);
        }

        private void begin() {
            read = 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(count, 0);
            if (read > (long) limits.recordBytes() + AHEAD) {
                throw tooLong();
            }
            return count;
        }
    }
}
