package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A job as it is asked for, made of one that exists. What the server did not tell stays open. */
public final class JobDraft {
    private static final TimeFrame NO_FRAME = new TimeFrame(null, null, null);
    private static final SchedulerParam NO_SCHEDULE = new SchedulerParam(null, null, null, null);

    private JobDraft() {}

    /** A draft for an entity; null takes that of the definition, if the server told it. */
    public static Job.Builder of(JobInfo job, @Nullable String entity) {
        Job.Builder draft = Job.builder().jobParams(params(job, entity));
        draft = with(draft, job.title(), draft::title);
        draft = with(draft, job.source(), draft::source);
        draft = with(draft, job.type(), draft::type);
        draft = with(draft, job.description(), draft::description);
        TimeFrame frame = frame(job);
        draft = NO_FRAME.equals(frame) ? draft : draft.timeFrame(frame);
        SchedulerParam schedule = job.schedulerParam();
        draft = schedule == null || NO_SCHEDULE.equals(schedule) ? draft : draft.schedulerParam(schedule);
        return draft.suspended(Boolean.TRUE.equals(job.suspended()));
    }

    private static Job.Builder with(Job.Builder draft, @Nullable String text, Function<String, Job.Builder> setter) {
        return text == null || text.isBlank() ? draft : setter.apply(text);
    }

    private static TimeFrame frame(JobInfo job) {
        return job.timeFrame() == null ? new TimeFrame(null, job.dateFrom(), job.dateTo()) : job.timeFrame();
    }

    private static UcsJobParams params(JobInfo job, @Nullable String entity) {
        UcsJobParams defined = job.jobParams();
        String type = entity == null && defined != null ? defined.type() : entity;
        return new UcsJobParams(job.fileSplitSize(), type, job.media(), job.exportAttachments());
    }
}
