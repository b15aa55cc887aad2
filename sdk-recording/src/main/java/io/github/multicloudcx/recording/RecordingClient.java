package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.recording.bulk.BulkRun;
import io.github.multicloudcx.recording.internal.DefaultRecordingClient;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Protection of recordings from deletion; see "Recording Non-Deletion" ({@code POST /api/v2/recordings/{recid}}). It is reached
 * at the address of Interaction Recording Web Services, with {@code Credentials.basic}.
 *
 * <pre>{@code
 * CxClient rws = CxClient.builder()
 *         .baseUrl(ApiFamily.RECORDING, "https://rws.example.com:8443")
 *         .credentials(Credentials.basic(user, password))
 *         .build();
 * RecordingClient recordings = RecordingClient.create(rws);
 * recordings.protect(id).execute();
 * BulkReport report = recordings.protectAll(ids).concurrency(8).resultFile(path).execute();
 * }</pre>
 */
public interface RecordingClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API, or one that goes on with
     *     {@code /api/v2}
     */
    static RecordingClient create(CxClient cx) {
        return new DefaultRecordingClient(cx);
    }

    /**
     * Protects a recording, and the screen recordings that belong to it at this moment, from purging and deletion
     * ({@code applyNonDelete}). Doing it again does no harm, and reaches screen recordings that were added since. The call
     * fails with {@link MissingRoleException} or {@link MissingPermissionException} when the user may not.
     *
     * @param recordingId id of the recording
     * @return the call
     * @throws IllegalArgumentException when the id is blank, {@code .} or {@code ..}, or has white space or control
     *     characters in it
     */
    Call<@Nullable Void> protect(String recordingId);

    /**
     * Lifts the protection ({@code unapplyNonDelete}). The reference does not call this safe to repeat, so a request whose
     * fate is unknown is not sent again. The call fails like that of {@link #protect}.
     *
     * @param recordingId id of the recording
     * @return the call
     * @throws IllegalArgumentException as for {@link #protect}
     */
    Call<@Nullable Void> unprotect(String recordingId);

    /**
     * Protects many recordings.
     *
     * @param recordingIds ids, which are checked one by one; each is done once, however often it comes
     * @return the description of the run
     */
    BulkRun protectAll(Iterable<String> recordingIds);

    /**
     * Protects many recordings.
     *
     * @param recordingIds ids, which are read as they are needed; the stream is not closed, and serves one run
     * @return the description of the run
     */
    BulkRun protectAll(Stream<String> recordingIds);

    /**
     * Lifts the protection of many recordings.
     *
     * @param recordingIds as for {@link #protectAll(Iterable)}
     * @return the description of the run
     */
    BulkRun unprotectAll(Iterable<String> recordingIds);

    /**
     * Lifts the protection of many recordings.
     *
     * @param recordingIds as for {@link #protectAll(Stream)}
     * @return the description of the run
     */
    BulkRun unprotectAll(Stream<String> recordingIds);
}
