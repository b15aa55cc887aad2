package io.github.multicloudcx.sandbox.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    @Test
    void decodes_its_values() {
        assertThat(new PathTemplate("/files/{name}").match("/files/a%20b%2Fc+d"))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("name", "a b/c+d"));
    }

    @Test
    void a_placeholder_is_one_segment_and_never_empty() {
        PathTemplate template = new PathTemplate("/files/{name}");

        assertThat(template.match("/files/a/b")).isEmpty();
        assertThat(template.match("/files/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/udm/v10/export/jobs/7,getExportJobV10",
        "POST,/udm/v10/export/jobs/cancel/7,cancelExportJobV10",
        "GET,/nexus/v3/openmedia/s/interactions/ext_7,getOpenMediaInteractionByExternalId",
        "GET,/nexus/v3/openmedia/s/interactions/7,getOpenMediaInteraction",
        "GET,/genesys-rules-authoring/grs/v1/login,grsLogin",
        "POST,/api/v2/recordings/7,postRecordingOperation",
        "POST,/api/v2/oauth/token,requestClientCredentialsToken",
        "GET,/statistics/v3/statistic-values/x,getStatisticValue"
    })
    void the_most_specific_operation_wins(String method, String path, String operation) {
        assertThat(Contract.get().find(method, path))
                .hasValueSatisfying(match -> assertThat(match.operation().id()).isEqualTo(operation));
    }
}
