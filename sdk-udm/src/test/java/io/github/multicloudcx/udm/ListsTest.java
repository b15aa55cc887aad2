package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final String TWO_OF_THREE = "{\"count\":3,\"from\":0,\"items\":[{\"id\":1},{\"id\":2}],\"size\":2}";
    private static final String THE_THIRD = "{\"count\":3,\"from\":2,\"items\":[{\"id\":\"3\"}],\"size\":2}";

    @Test
    void asksForNothingThatWasNotSaid() {
        try (Wire wire = new Wire().empty(204).empty(204).empty(204)) {
            wire.udm.jobs().list().page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/jobs");
            wire.udm.history().list().page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/history");
            wire.udm.files().list().page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/file-metadatas");
        }
    }

    @Test
    void noContentIsAnEmptyPageAndAnEmptyStream() {
        try (Wire wire = new Wire().empty(204).empty(204)) {
            Page<JobInfo> page = wire.udm.jobs().list().page().execute();
            assertThat(page.items()).isEmpty();
            assertThat(page.hasNext()).isFalse();
            try (Stream<JobInfo> jobs = wire.udm.jobs().list().stream()) {
                assertThat(jobs).isEmpty();
            }
        }
    }

    @Test
    void aStreamGoesThroughAllPages() {
        try (Wire wire = new Wire().answer(200, TWO_OF_THREE).answer(200, THE_THIRD)) {
            try (Stream<JobInfo> jobs = wire.udm.history().list().title("nightly").size(2).stream()) {
                assertThat(jobs.map(JobInfo::id)).containsExactly(1L, 2L, 3L);
            }
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/history?title=nightly&size=2");
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/history?title=nightly&from=2&size=2");
        }
    }

    @Test
    void aPageTellsWhereTheNextOneBegins() {
        try (Wire wire = new Wire().answer(200, TWO_OF_THREE).answer(200, THE_THIRD)) {
            Page<JobInfo> first = wire.udm.jobs().list().size(2).page().execute();
            assertThat(first.count()).isEqualTo(3);
            assertThat(first.next()).isEqualTo(2);
            Page<JobInfo> last =
                    wire.udm.jobs().list().size(2).from(first.next()).page().execute();
            assertThat(last.hasNext()).isFalse();
        }
    }

    @Test
    void aListIsNotChangedByItsMethods() {
        try (Wire wire = new Wire().empty(204).empty(204)) {
            JobList all = wire.udm.jobs().list();
            JobList some = all.title("a b&c").suspended(false);
            all.page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/jobs");
            some.page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/jobs?title=a%20b%26c&suspend=false");
        }
    }

    @Test
    void theLastOfTwoDirectionsCounts() {
        try (Wire wire = new Wire().empty(204)) {
            wire.udm.jobs().list().descending().ascending().page().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/jobs?descAsc=false");
        }
    }

    @Test
    void nothingIsSentBeforeAStreamIsRead() {
        try (Wire wire = new Wire();
                Stream<JobInfo> unread = wire.udm.jobs().list().stream()) {
            assertThat(unread).isNotNull();
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void anErrorInAnEnvelopeIsNoItem() {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":500,\"message\":\"no\"}}");
                Stream<JobInfo> jobs = wire.udm.jobs().list().stream()) {
            assertThatExceptionOfType(ApiException.class).isThrownBy(jobs::toList);
        }
    }

    @Test
    void badFiltersAreRefused() {
        try (Wire wire = new Wire()) {
            JobList jobs = wire.udm.jobs().list();
            HistoryList history = wire.udm.history().list();
            FileList files = wire.udm.files().list();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.from(-1))
                    .withMessage("from must be 0 or more, not -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.size(0))
                    .withMessage("size must be 1 or more, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.title(" "))
                    .withMessageStartingWith("title ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.orderBy(""))
                    .withMessageStartingWith("orderField");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.jobId(-1))
                    .withMessageStartingWith("jobId");
            assertThatIllegalArgumentException().isThrownBy(() -> history.fileName(""));
            assertThatIllegalArgumentException().isThrownBy(() -> files.historyId(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> files.name(""));
            assertThat(wire.count()).isZero();
        }
    }
}
