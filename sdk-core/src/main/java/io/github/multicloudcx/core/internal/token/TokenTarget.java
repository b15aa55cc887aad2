package io.github.multicloudcx.core.internal.token;

/** Where tokens are asked for, and how. */
public record TokenTarget(TokenAddress address, TokenForm form) {
    /** The Authentication API. */
    public static final TokenTarget STANDARD = new TokenTarget(TokenAddress.STANDARD, TokenForm.STANDARD);
}
