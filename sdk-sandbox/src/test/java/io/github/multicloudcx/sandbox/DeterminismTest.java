package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private final Sandbox one = Jobs.sandbox();
    private final Sandbox other = Jobs.sandbox();

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static List<String> answers(Sandbox sandbox) {
        Web web = Web.signedIn(sandbox);
        List<HttpResponse<String>> responses = new ArrayList<>();
        responses.add(web.postJson("/udm/v10/export/jobs", Jobs.contacts("a")));
        responses.add(web.postJson("/data-download/v4/export/jobs", Jobs.v4("b")));
        responses.add(web.postJson("/udm/v10/export/jobs", Jobs.scheduled("{\"cron\":\"* * * * *\"}")));
        sandbox.clock().advance(Duration.ofMinutes(3));
        web.without("Content-Type");
        responses.add(web.get("/udm/v10/export/jobs?orderField=title"));
        responses.add(web.get("/udm/v4/export/history?size=3"));
        responses.add(web.get("/data-download/v3/file-metadatas"));
        responses.add(web.delete("/udm/v10/export/jobs?jobIDs=1,99"));
        return responses.stream()
                .map(response -> response.statusCode() + " " + response.body())
                .toList();
    }

    @Test
    void the_same_requests_get_the_same_answers() {
        assertThat(answers(one)).isEqualTo(answers(other)).hasSize(7);
    }

    @Test
    void the_same_job_makes_the_same_bytes_for_the_same_certificate_and_others_for_another() {
        other.udm().useCertificate(one.demoCertificate());
        String job = Jobs.body("a", Jobs.NOW, "{\"type\":\"Contact\",\"media\":[],\"fileSplitSize\":\"4\"}", false);
        for (ContentEncryption encryption : ContentEncryption.values()) {
            one.udm().contentEncryption(encryption);
            other.udm().contentEncryption(encryption);
            Jobs.finish(one, job);
            Jobs.finish(other, job);
        }

        List<String> names = one.udm().fileNames();
        assertThat(other.udm().fileNames()).isEqualTo(names);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(other.udm().file(name)).isEqualTo(one.udm().file(name)));
        assertThat(names.stream().map(name -> Arrays.hashCode(one.udm().file(name))))
                .doesNotHaveDuplicates();

        try (Sandbox foreign = Jobs.sandbox()) {
            Jobs.finish(foreign, job);
            assertThat(foreign.udm().file(names.get(0))).isNotEqualTo(one.udm().file(names.get(0)));
        }
    }
}
