package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiFamily;
import java.util.Set;

/**
 * What differs between the generations of the API.
 *
 * @param title name for messages
 * @param family where the API is
 * @param jobsPrefix what stands before the paths of jobs and history
 * @param filesPrefix what stands before the paths of everything else
 * @param missingFilters filters that only other generations have
 */
record Generation(String title, ApiFamily family, String jobsPrefix, String filesPrefix, Set<String> missingFilters) {
    private static final Set<String> FILTERS_OF_V10 = Set.of("source", "bgUpdate", "jobId", "historyId");

    static final Generation UDM_V10 =
            new Generation("User Data Management v10", ApiFamily.UDM, "/v10", "/v10", Set.of());

    static final Generation UDM_V4 =
            new Generation("User Data Management v4", ApiFamily.UDM, "/v4", "/v3", FILTERS_OF_V10);

    static final Generation DATA_DOWNLOAD =
            new Generation("Cloud Data Download v4", ApiFamily.DATA_DOWNLOAD, "/v4", "/v3", FILTERS_OF_V10);

    /** Refuses a filter that servers of this generation ignore: too many records would come, and nobody would know. */
    void checkFilter(String name) {
        if (missingFilters.contains(name)) {
            throw unsupported("the filter " + name);
        }
    }

    private UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(
                title + " does not have " + what + "; User Data Management v10 has it (UdmClient)");
    }

    @Override
    public String toString() {
        return title;
    }
}
