package io.github.multicloudcx.grs.model;

/** How requests spell the time of a scheduled deployment; the documents do not agree. */
public enum ScheduleField {
    /** As the pages of 8.5.3 have it. */
    DEPLOY_SCHEDULED_DATE_TIME("deployScheduledDateTime"),
    /** As answers have it. */
    DEPLOY_SCHEDULE_DATE_TIME("deployScheduleDateTime");

    private final String fieldName;

    ScheduleField(String fieldName) {
        this.fieldName = fieldName;
    }

    /**
     * Returns the name of the field.
     *
     * @return as it is sent
     */
    public String fieldName() {
        return fieldName;
    }
}
