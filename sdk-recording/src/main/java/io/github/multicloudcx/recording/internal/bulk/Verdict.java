package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.recording.MissingPermissionException;
import io.github.multicloudcx.recording.MissingRoleException;
import io.github.multicloudcx.recording.bulk.RecordingResult;
import io.github.multicloudcx.recording.internal.Refused;
import io.github.multicloudcx.recording.internal.bulk.Tried.Sign;

/** What a failure says of its id and of the others. */
final class Verdict {
    private Verdict() {}

    static RecordingResult result(CxException e) {
        if (noRecording(e)) {
            return RecordingResult.NOT_FOUND;
        }
        if (e instanceof ForbiddenException || hopeless(e)) {
            return RecordingResult.REFUSED;
        }
        if (e.fate() == Fate.NOT_SENT) {
            return RecordingResult.NOT_SENT;
        }
        boolean open = e.fate() == Fate.UNKNOWN && !ofTheService(e);
        return open ? RecordingResult.UNKNOWN : RecordingResult.FAILED;
    }

    /** Whether the service has spoken about the id, which counts for more than an answer that was lost before. */
    static boolean certain(CxException e) {
        return noRecording(e) || ofTheService(e);
    }

    /** Whether another try may do better. A 404 or 403 without a code may be cut off, or of something in between. */
    static boolean passing(CxException e) {
        return e.temporary()
                || (!noRecording(e)
                        && !hopeless(e)
                        && (e instanceof NotFoundException || e instanceof ForbiddenException));
    }

    static Sign sign(CxException e) {
        if (hopeless(e)) {
            return Sign.HOPELESS;
        }
        if (e instanceof CallInterruptedException) {
            return Sign.NONE;
        }
        if (!passing(e)) {
            return Sign.WORKS;
        }
        return ofTheService(e) ? Sign.FAILED : Sign.SILENT;
    }

    private static boolean hopeless(CxException e) {
        return e instanceof UnauthorizedException
                || e instanceof MissingRoleException
                || e instanceof MissingPermissionException
                || (e instanceof ForbiddenException refusal && refusal.reason() != ForbiddenException.Reason.PERMISSION)
                || (e instanceof AuthenticationException && !e.temporary());
    }

    private static boolean noRecording(CxException e) {
        return e instanceof ApiException refusal && Refused.noRecording(refusal.answer());
    }

    /** Whether the recording service itself has answered: it always gives a code. */
    private static boolean ofTheService(CxException e) {
        return e instanceof ApiException answer && answer.code() != null;
    }
}
