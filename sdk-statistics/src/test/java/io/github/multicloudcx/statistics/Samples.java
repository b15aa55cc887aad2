package io.github.multicloudcx.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Value;
import io.github.multicloudcx.testsupport.SampleFiles;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Samples of the reference and what they become. */
public final class Samples {
    /** When the values of the overview were produced. */
    public static final Instant TIME = Instant.ofEpochMilli(1490830620000L);

    /** The statistic that the samples of the operations are about. */
    static final Statistic ASKED =
            Statistic.named("string").object("string", "string").statisticId("string");

    static final Value EMPTY = new Value(tree("{}"));

    static final StatisticValue VALUE =
            new StatisticValue("string", "string", "string", new ObjectType("string"), Instant.EPOCH, EMPTY);

    static final PeekedStatisticValue PEEKED =
            new PeekedStatisticValue("string", "string", new ObjectType("string"), Instant.EPOCH, EMPTY);

    static final ResponseStatus STATUS = new ResponseStatus("0", "string", tree("{}"));

    private Samples() {}

    static String json(String name) {
        return SampleFiles.json(Samples.class, name);
    }

    /** Any JSON. */
    public static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer with these statistics. */
    static String statistics(int code, String... elements) {
        return "{\"status\":{\"code\":" + code + "},\"data\":{\"statistics\":[" + String.join(",", elements) + "]}}";
    }

    /** An answered value of an agent. */
    static String element(String name, String agent, String value) {
        return "{\"name\":\"" + name + "\",\"objectType\":\"Agent\",\"objectId\":\"" + agent + "\",\"value\":" + value
                + ",\"timestamp\":1490830620000}";
    }
}
