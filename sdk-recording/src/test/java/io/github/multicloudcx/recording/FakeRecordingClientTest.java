package io.github.multicloudcx.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.recording.bulk.BulkRun;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without any server: it implements the interface that it uses. */
class FakeRecordingClientTest {
    /** The code of the application. */
    record Archivist(RecordingClient recordings) {
        boolean keep(String id) {
            try {
                recordings.protect(id).execute();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        }
    }

    private record FakeRecordings(String known) implements RecordingClient {
        @Override
        public Call<@Nullable Void> protect(String recordingId) {
            return recordingId.equals(known)
                    ? Call.of(null)
                    : Call.failed(new NotFoundException("none", new ErrorAnswer(404), new ErrorContext(Fate.REJECTED)));
        }

        @Override
        public Call<@Nullable Void> unprotect(String recordingId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BulkRun protectAll(Iterable<String> recordingIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BulkRun protectAll(Stream<String> recordingIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BulkRun unprotectAll(Iterable<String> recordingIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BulkRun unprotectAll(Stream<String> recordingIds) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void theApplicationKeepsWhatIsThere() {
        assertThat(new Archivist(new FakeRecordings("a")).keep("a")).isTrue();
        assertThat(new Archivist(new FakeRecordings("a")).keep("b")).isFalse();
    }
}
