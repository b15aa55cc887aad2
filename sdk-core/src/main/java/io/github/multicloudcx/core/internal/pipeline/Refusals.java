package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.error.ForbiddenException;

/** Tells what a 401 or 403 means: a token to renew, a bad API key, or a missing permission. */
final class Refusals {
    private static final String NOT_SIGNED_IN = "603";

    private Refusals() {}

    /** Whether a fresh token may help. */
    static boolean signedOut(Failure.Refusal refusal, boolean signInProbe) {
        return refusal.status() == 401
                || (refusal.status() == 403 && reason(refusal, signInProbe) == ForbiddenException.Reason.NOT_SIGNED_IN);
    }

    /** Why a 403 was given. */
    static ForbiddenException.Reason reason(Failure.Refusal refusal, boolean signInProbe) {
        if (refusal.gateway()) {
            return ForbiddenException.Reason.API_KEY;
        }
        boolean expired = NOT_SIGNED_IN.equals(refusal.problem().code());
        return expired || signInProbe ? ForbiddenException.Reason.NOT_SIGNED_IN : ForbiddenException.Reason.PERMISSION;
    }
}
