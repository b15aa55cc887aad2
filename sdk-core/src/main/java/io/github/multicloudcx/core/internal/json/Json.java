package io.github.multicloudcx.core.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How the SDK reads and writes JSON. */
public final class Json {
    private static final int LOWEST_MINOR = 17;

    private Json() {}

    /** A mapper: strict in what it writes, lenient in what it reads, never guessing a number. */
    public static ObjectMapper mapper(boolean failOnUnknownFields) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, failOnUnknownFields)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.INFER_BUILDER_TYPE_BINDINGS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    /** Names a Jackson that is too old at once, instead of leaving it to a NoSuchMethodError at 3 a.m. */
    public static void checkVersion() {
        var version = PackageVersion.VERSION;
        if (version.getMajorVersion() != 2 || version.getMinorVersion() < LOWEST_MINOR) {
            throw new IllegalStateException("jackson-databind " + version + " is on the class path; the SDK needs 2."
                    + LOWEST_MINOR + " or a newer 2.x");
        }
    }
}
