package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.regex.Pattern;

/** Answers about one job. Some have no id: a bare status, and the definitions that v4 answers with an empty one. */
final class OneJob {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private OneJob() {}

    /** The job, with the id that was asked for where the answer has none. */
    static Call<JobInfo> returning(ApiRequest request, String id) {
        return request.returning(JobInfo.class).map(job -> identified(job, id));
    }

    private static JobInfo identified(JobInfo job, String id) {
        return job.id() == null && NUMBER.matcher(id).matches() ? job.withId(Long.parseLong(id)) : job;
    }
}
