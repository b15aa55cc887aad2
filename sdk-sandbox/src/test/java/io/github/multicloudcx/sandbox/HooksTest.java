package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HooksTest {
    private static final String JOBS = "/udm/v10/export/jobs";

    private final Sandbox sandbox = Jobs.sandbox();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String state(RecordedRequest request) {
        return request.operationId() + " " + request.status() + ", jobs "
                + sandbox.udm().jobIds() + ", recorded " + sandbox.requests().size();
    }

    @Test
    void are_called_before_a_request_is_handled_and_again_before_it_is_answered() {
        sandbox.onRequest(request -> seen.add("before: " + state(request)));
        sandbox.onAnswer(request -> seen.add("after: " + state(request)));

        Jobs.create(sandbox, Jobs.contacts("a"));

        assertThat(seen)
                .containsExactly(
                        "before: createExportJobV10 0, jobs [], recorded 0",
                        "after: createExportJobV10 202, jobs [1], recorded 1");
    }

    @Test
    void are_called_while_the_client_still_waits() {
        CompletableFuture<CompletableFuture<Long>> started = new CompletableFuture<>();
        sandbox.onAnswer(request -> seen.add(started.join().isDone() + " on "
                + Thread.currentThread().getName().replaceFirst("\\d.*", "")));

        CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> Jobs.create(sandbox, Jobs.contacts("a")));
        started.complete(call);

        assertThat(call.join()).isEqualTo(1);
        assertThat(seen).containsExactly("false on cx-sandbox-");
    }

    @Test
    void hold_up_no_other_request() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        sandbox.onRequest(request -> {
            if ("createExportJobV10".equals(request.operationId())) {
                held.countDown();
                await(release);
            }
        });
        CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> Jobs.create(sandbox, Jobs.contacts("a")));
        await(held);

        assertThat(Web.signedIn(sandbox).get("/udm/v10/version").statusCode()).isEqualTo(200);
        assertThat(sandbox.udm().jobIds()).isEmpty();

        release.countDown();
        assertThat(call.join()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void see_requests_for_files_and_unknown_ones_too() {
        sandbox.udm().addFile("a.bin", new byte[] {1});
        String link = Web.location(Web.signedIn(sandbox).get("/udm/v10/files/a.bin"));
        sandbox.onRequest(request -> seen.add(request.toString()));
        sandbox.onAnswer(request -> seen.add(request.toString()));

        Web.bare(sandbox).bytes("GET", link);
        Web.signedIn(sandbox).get("/unknown");

        assertThat(seen)
                .containsExactly(
                        "storage GET /sandbox-exports/a.bin -> 0",
                        "storage GET /sandbox-exports/a.bin -> 200",
                        "gateway GET /unknown -> 0",
                        "gateway GET /unknown -> 404");
    }

    @Test
    void come_before_faults_are_taken_and_before_answers_are_withheld() {
        sandbox.onRequest(request -> sandbox.faults().onAny().loseAnswer());
        sandbox.onAnswer(request -> seen.add(state(request)));

        assertThatThrownBy(() -> Jobs.create(sandbox, Jobs.contacts("a"))).isInstanceOf(UncheckedIOException.class);

        assertThat(seen).containsExactly("createExportJobV10 0, jobs [1], recorded 1");
    }

    @Test
    void replace_the_hook_before() {
        sandbox.onRequest(request -> seen.add("one"));
        sandbox.onRequest(request -> seen.add("two"));

        Web.signedIn(sandbox).get(JOBS);

        assertThat(seen).containsExactly("two");
    }

    @Test
    void that_throw_end_their_request_with_an_error() {
        sandbox.onRequest(request -> {
            throw new AssertionError("not expected");
        });
        assertThat(Web.signedIn(sandbox).get(JOBS).statusCode()).isEqualTo(500);

        sandbox.onRequest(request -> {
            throw new IllegalStateException("not now");
        });
        assertThat(Web.signedIn(sandbox).get(JOBS).statusCode()).isEqualTo(500);
    }
}
