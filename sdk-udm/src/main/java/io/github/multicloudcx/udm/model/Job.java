package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.CheckReturnValue;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is asked for. {@link #builder()} makes one and names what is missing.
 *
 * <p>One model serves all generations. v4 and Cloud Data Download have no attachments and refuse a job that asks for them;
 * they write {@code suspended} as a text, and {@code type} only where User Data Management v4 changes a job.
 *
 * <p>User Data Management API v10 and v4 and Cloud Data Download API v4, model "Job".
 *
 * @param source source of the data, for example {@code UCS}
 * @param type kind of the job
 * @param title title, not blank
 * @param timeFrame range of the exported data
 * @param description description, or null
 * @param schedulerParam when it runs
 * @param jobParams what is exported
 * @param suspended whether it waits until it is resumed
 */
public record Job(
        String source,
        JobType type,
        String title,
        TimeFrame timeFrame,
        @Nullable String description,
        SchedulerParam schedulerParam,
        UcsJobParams jobParams,
        boolean suspended) {
    /**
     * Checks what is required.
     *
     * @param source source of the data, for example {@code UCS}
     * @param type kind of the job
     * @param title title, not blank
     * @param timeFrame range of the exported data
     * @param description description, or null
     * @param schedulerParam when it runs
     * @param jobParams what is exported
     * @param suspended whether it waits until it is resumed
     */
    public Job {
        Require.text(source, "source");
        Require.present(type, "type");
        Require.text(title, "title");
        Require.present(timeFrame, "timeFrame");
        Require.present(schedulerParam, "schedulerParam");
        Require.present(jobParams, "jobParams").requireComplete();
    }

    /**
     * Begins to describe a job.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins with this job, to change some of it.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder copy = new Builder()
                .source(source)
                .type(type)
                .title(title)
                .timeFrame(timeFrame)
                .schedulerParam(schedulerParam)
                .jobParams(jobParams)
                .suspended(suspended);
        return description == null ? copy : copy.description(description);
    }

    /** Describes a job. Not for several threads. */
    @CheckReturnValue
    public static final class Builder {
        private @Nullable String source;
        private @Nullable JobType type;
        private @Nullable String title;
        private @Nullable TimeFrame timeFrame;
        private @Nullable String description;
        private @Nullable SchedulerParam schedulerParam;
        private @Nullable UcsJobParams jobParams;
        private boolean suspended;

        private Builder() {}

        /**
         * Sets the source of the data; required.
         *
         * @param name for example {@code UCS}; {@code data().sources()} lists them
         * @return this builder
         */
        public Builder source(String name) {
            source = Require.text(name, "source");
            return this;
        }

        /**
         * Sets the kind of the job; required.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder type(JobType kind) {
            type = Require.present(kind, "type");
            return this;
        }

        /**
         * Sets the kind of the job; required.
         *
         * @param kind {@code UCS}, {@code DataSync} or what else the server knows
         * @return this builder
         */
        public Builder type(String kind) {
            return type(new JobType(kind));
        }

        /**
         * Sets the title; required.
         *
         * @param text not blank
         * @return this builder
         */
        public Builder title(String text) {
            title = Require.text(text, "title");
            return this;
        }

        /**
         * Sets the range of the exported data; required.
         *
         * @param range the range
         * @return this builder
         */
        public Builder timeFrame(TimeFrame range) {
            timeFrame = Require.present(range, "timeFrame");
            return this;
        }

        /**
         * Sets the description.
         *
         * @param text not blank
         * @return this builder
         */
        public Builder description(String text) {
            description = Require.text(text, "description");
            return this;
        }

        /**
         * Sets when the job runs; required.
         *
         * @param schedule the schedule
         * @return this builder
         */
        public Builder schedulerParam(SchedulerParam schedule) {
            schedulerParam = Require.present(schedule, "schedulerParam");
            return this;
        }

        /**
         * Sets what is exported; required.
         *
         * @param params the parameters
         * @return this builder
         */
        public Builder jobParams(UcsJobParams params) {
            jobParams = Require.present(params, "jobParams");
            return this;
        }

        /**
         * Makes the job wait until it is resumed, or not.
         *
         * @param wait the default is false
         * @return this builder
         */
        public Builder suspended(boolean wait) {
            suspended = wait;
            return this;
        }

        /**
         * Makes the job.
         *
         * @return the job
         * @throws IllegalArgumentException when something required is missing, naming it
         */
        public Job build() {
            return new Job(
                    Require.present(source, "source"),
                    Require.present(type, "type"),
                    Require.present(title, "title"),
                    Require.present(timeFrame, "timeFrame"),
                    description,
                    Require.present(schedulerParam, "schedulerParam"),
                    Require.present(jobParams, "jobParams"),
                    suspended);
        }
    }
}
