package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobInfoTest {
    @Test
    void datesHaveReadingsBesideThem() {
        JobInfo job = dated("2015-08-05 08:31:20.78", "1438763480780", "soon");
        assertThat(job.createdAt()).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThat(job.rangeStart()).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThat(job.rangeEnd()).isNull();
        assertThat(job.dateTo()).isEqualTo("soon");
    }

    @Test
    void readingsAreNoJsonFields() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        JobInfo job = new JobInfo(7, "RUNNING", "a.smime");
        assertThat(mapper.readTree(mapper.writeValueAsString(job)).size()).isEqualTo(20);
        assertThat(mapper.readValue(mapper.writeValueAsString(job), JobInfo.class))
                .isEqualTo(job);
    }

    private static JobInfo dated(String created, String from, String to) {
        return new JobInfo(
                7L, null, null, null, null, null, null, null, created, from, to, null, List.of(), null, null, null,
                null, null, null, null);
    }
}
