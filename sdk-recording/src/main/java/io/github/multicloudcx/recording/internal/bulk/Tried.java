package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One try of one id.
 *
 * @param outcome what came of it
 * @param failure why it is not done, or null
 * @param passing whether another try may do better
 * @param hopeless whether no other id would fare better
 */
record Tried(RecordingOutcome outcome, @Nullable CxException failure, boolean passing, boolean hopeless) {}
