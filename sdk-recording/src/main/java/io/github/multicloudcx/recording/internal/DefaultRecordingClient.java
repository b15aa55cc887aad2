package io.github.multicloudcx.recording.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.recording.RecordingClient;
import io.github.multicloudcx.recording.bulk.BulkRun;
import io.github.multicloudcx.recording.internal.bulk.BulkSettings;
import io.github.multicloudcx.recording.internal.bulk.DefaultBulkRun;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client over one connection. */
public final class DefaultRecordingClient implements RecordingClient {
    private final CxClient cx;
    private final Api api;

    /** Sends nothing yet. */
    public DefaultRecordingClient(CxClient cx) {
        this.cx = Require.present(cx, "cx");
        this.api = cx.api(ApiFamily.RECORDING);
    }

    @Override
    public Call<@Nullable Void> protect(String recordingId) {
        return call(RecordingOperation.APPLY, recordingId);
    }

    @Override
    public Call<@Nullable Void> unprotect(String recordingId) {
        return call(RecordingOperation.UNAPPLY, recordingId);
    }

    private Call<@Nullable Void> call(RecordingOperation operation, String recordingId) {
        ApiRequest request = api.post("/recordings/{recid}")
                .path("recid", RecordingIds.check(recordingId))
                .json(Map.of("operationName", operation.operationName()))
                .advice(403, answer -> Refused.adviceOn403(answer, operation.permission()))
                .advice(404, Refused::adviceOn404)
                .refusals(Refused::special);
        return (operation.safeToRepeat() ? request.safeToRepeat() : request)
                .returning(JsonNode.class) // there must be an answer, in which the envelope reads the status
                .map(answer -> nothing());
    }

    @SuppressWarnings("NullAway") // Void has no value but null
    private static Void nothing() {
        return null;
    }

    @Override
    public BulkRun protectAll(Iterable<String> recordingIds) {
        return all(RecordingOperation.APPLY, recordingIds);
    }

    @Override
    public BulkRun protectAll(Stream<String> recordingIds) {
        return all(RecordingOperation.APPLY, recordingIds);
    }

    @Override
    public BulkRun unprotectAll(Iterable<String> recordingIds) {
        return all(RecordingOperation.UNAPPLY, recordingIds);
    }

    @Override
    public BulkRun unprotectAll(Stream<String> recordingIds) {
        return all(RecordingOperation.UNAPPLY, recordingIds);
    }

    private BulkRun all(RecordingOperation operation, Iterable<String> ids) {
        Require.present(ids, "recordingIds");
        BulkSettings settings = ids instanceof Collection<String> collection
                ? BulkSettings.DEFAULT.with(changed -> changed.total((long) collection.size()))
                : BulkSettings.DEFAULT;
        return new DefaultBulkRun(cx, operation, id -> call(operation, id), ids::iterator, settings);
    }

    private BulkRun all(RecordingOperation operation, Stream<String> ids) {
        Require.present(ids, "recordingIds");
        return new DefaultBulkRun(cx, operation, id -> call(operation, id), ids::iterator, BulkSettings.DEFAULT);
    }

    @Override
    public String toString() {
        return "RecordingClient";
    }
}
