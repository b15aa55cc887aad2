package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobType;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import org.jspecify.annotations.Nullable;

/**
 * A job as v4 writes it.
 *
 * @param source source of the data
 * @param title title
 * @param type kind of the job, where the reference has it
 * @param timeFrame range of the exported data
 * @param fileSplitSize size of one part, as in the parameters: the reference has it at both places
 * @param description description
 * @param schedulerParam when it runs
 * @param jobParams what is exported
 * @param suspended {@code true} or {@code false} as a text
 */
record OlderJob(
        String source,
        String title,
        @Nullable JobType type,
        TimeFrame timeFrame,
        @Nullable String fileSplitSize,
        @Nullable String description,
        SchedulerParam schedulerParam,
        UcsJobParams jobParams,
        String suspended) {
    static OlderJob withType(Job job) {
        return of(job, job.type());
    }

    static OlderJob withoutType(Job job) {
        return of(job, null);
    }

    private static OlderJob of(Job job, @Nullable JobType type) {
        UcsJobParams params = job.jobParams();
        return new OlderJob(
                job.source(),
                job.title(),
                type,
                job.timeFrame(),
                params.fileSplitSize(),
                job.description(),
                job.schedulerParam(),
                new UcsJobParams(params.fileSplitSize(), params.type(), params.media(), null),
                Boolean.toString(job.suspended()));
    }
}
