package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportListTest {
    private static final String JOBS = "/udm/v10/export/jobs";
    private static final String HISTORY = "/udm/v10/export/history";

    private final Sandbox sandbox = Jobs.sandbox();
    private final Web web = Web.signedIn(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<String> titles(String path) {
        JsonNode items = Web.json(web.get(path)).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asText())
                .toList();
    }

    @Test
    void without_anything_to_list_there_is_no_content() {
        assertThat(web.get(JOBS).statusCode()).isEqualTo(204);
        assertThat(web.get(HISTORY).statusCode()).isEqualTo(204);
    }

    @Test
    void a_page_has_count_from_items_and_size() {
        Jobs.create(sandbox, Jobs.contacts("a"));

        JsonNode page = Web.json(web.get(JOBS));

        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.path("from").asInt(-1)).isZero();
        assertThat(page.path("size").asInt()).isEqualTo(999_999_999);
        assertThat(page.path("items")).hasSize(1);
    }

    @Test
    void pages_follow_each_other_and_the_count_stays_whole() {
        sandbox.udm().addFinishedJobs(5);

        assertThat(titles(JOBS + "?size=2")).containsExactly("Job 0", "Job 1");
        assertThat(titles(JOBS + "?from=4&size=2")).containsExactly("Job 4");
        assertThat(titles(JOBS + "?from=9")).isEmpty();
        assertThat(Web.json(web.get(JOBS + "?from=4&size=2")).path("count").asInt())
                .isEqualTo(5);
    }

    @Test
    void a_page_that_is_no_number_is_a_bad_request() {
        assertThat(web.get(JOBS + "?from=-1").statusCode()).isEqualTo(400);
        assertThat(web.get(JOBS + "?size=many").statusCode()).isEqualTo(400);
    }

    @Test
    void order_goes_up_or_down_by_any_field_but_the_id() {
        Jobs.create(sandbox, Jobs.contacts("b"));
        Jobs.create(sandbox, Jobs.contacts("c"));
        Jobs.create(sandbox, Jobs.contacts("a"));

        assertThat(titles(JOBS + "?orderField=title")).containsExactly("a", "b", "c");
        assertThat(titles(JOBS + "?orderField=title&descAsc=true")).containsExactly("c", "b", "a");
        assertThat(titles(JOBS + "?orderField=id&descAsc=true")).containsExactly("b", "c", "a");
    }

    @Test
    void a_new_job_can_be_late_in_lists_while_everything_else_knows_it() {
        sandbox.udm().setListDelay(Duration.ofSeconds(2));
        long id = Jobs.create(sandbox, Jobs.contacts("late"));

        assertThat(web.get(JOBS).statusCode()).isEqualTo(204);
        assertThat(web.get(HISTORY).statusCode()).isEqualTo(204);
        assertThat(web.get(JOBS + "/" + id).statusCode()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofMillis(1999));
        assertThat(web.get("/udm/v4/export/jobs").statusCode()).isEqualTo(204);

        sandbox.clock().advance(Duration.ofMillis(1));
        assertThat(titles(JOBS)).containsExactly("late");
        assertThat(titles("/data-download/v4/export/history")).containsExactly("late");
    }

    @Test
    void jobs_are_filtered() {
        Jobs.create(sandbox, Jobs.contacts("Nightly"));
        Jobs.create(sandbox, Jobs.scheduled("{\"startDate\":\"2027-01-01\"}"));
        Jobs.create(sandbox, Jobs.body("asleep", Jobs.NOW, "{\"type\":\"Contact\",\"media\":[]}", true));

        assertThat(titles(JOBS + "?title=night")).containsExactly("Nightly");
        assertThat(titles(JOBS + "?suspend=true")).containsExactly("asleep");
        assertThat(titles(JOBS + "?scheduleType=startDate")).containsExactly("scheduled");
        assertThat(titles(JOBS + "?source=UCS&type=UCS&bgUpdate=x")).hasSize(3);
        assertThat(web.get(JOBS + "?source=other").statusCode()).isEqualTo(204);
    }

    @Test
    void history_is_filtered() {
        Jobs.finish(sandbox, Jobs.contacts("first"));
        Jobs.create(sandbox, Jobs.contacts("second"));

        assertThat(titles(HISTORY + "?status=COMPLETED")).containsExactly("first");
        assertThat(titles(HISTORY + "?fileName=Contact-1")).containsExactly("first");
        assertThat(titles(HISTORY + "?jobId=2")).containsExactly("second");
        assertThat(titles(HISTORY + "?title=second&type=UCS")).containsExactly("second");
    }

    @Test
    void history_records_are_read_and_deleted_apart_from_their_jobs() {
        long id = Jobs.finish(sandbox, Jobs.contacts("first"));
        assertThat(Web.json(web.get(HISTORY + "/" + id)).path("title").asText()).isEqualTo("first");

        assertThat(web.delete(HISTORY + "/" + id).statusCode()).isEqualTo(204);

        assertThat(web.get(HISTORY + "/" + id).statusCode()).isEqualTo(404);
        assertThat(web.get(HISTORY + "/" + id + "/progress").statusCode()).isEqualTo(404);
        assertThat(web.get(JOBS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(web.get(HISTORY + "/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void history_records_of_unfinished_jobs_stay() {
        long id = Jobs.create(sandbox, Jobs.contacts("first"));

        assertThat(web.delete(HISTORY + "/" + id).statusCode()).isEqualTo(400);
        assertThat(web.delete(HISTORY + "?jobIDs=" + id).body()).isEqualTo("[\"1\"]");
        sandbox.clock().advance(Jobs.RUN);
        assertThat(web.delete(HISTORY + "?jobIDs=" + id).statusCode()).isEqualTo(204);
    }

    @Test
    void jobs_can_be_answered_in_doubtful_shapes() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        sandbox.udm().omitStatus(true);
        sandbox.udm().idsAsStrings(true);

        assertThat(Web.json(web.get(JOBS + "/" + id)).has("status")).isFalse();
        assertThat(Web.json(web.get(JOBS + "/" + id)).path("id").isTextual()).isTrue();
        assertThat(web.get("/udm/v10/export/history/" + id + "/progress").body())
                .isEqualTo("{\"progress\":0}");
    }
}
