package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the reference, how it is called, what it sends and what it answers. A new endpoint is covered by
 * another row of {@link JobOperations} or {@link FileOperations}, on every generation.
 *
 * @param api the generation
 * @param name operationId without generation
 * @param id operationId
 * @param line method and target that are expected
 * @param status documented status of success
 * @param answer sample of the answer, null where the reference prints no body
 * @param value what the answer becomes; null for no value
 * @param shape what the answer has to look like
 * @param call makes the call
 */
record Operation(
        TestedApi api,
        String name,
        String id,
        String line,
        int status,
        @Nullable String answer,
        @Nullable Object value,
        Shape shape,
        Function<ExportClient, Call<?>> call) {
    /** What an answer has to look like to be understood. */
    enum Shape {
        /** JSON is due. */
        JSON,
        /** JSON or nothing. */
        JSON_OR_NOTHING,
        /** Any text or nothing. */
        TEXT,
        /** Content. */
        CONTENT
    }

    static List<Operation> all() {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Stream.of(new FileOperations(api).all(), new JobOperations(api).all()))
                .flatMap(List::stream)
                .toList();
    }

    Call<?> call(Wire wire) {
        return call.apply(api.client(wire));
    }

    /** The method and the path up to the version, as errors have them. */
    String place() {
        return line.replaceAll("^(\\w+ /[^/]+/[^/]+/).*", "$1");
    }

    @Override
    public String toString() {
        return id;
    }
}
