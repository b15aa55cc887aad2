package io.github.multicloudcx.auth;

/** Which tokens a sign-out ends. */
public enum SignOutScope {
    /** The token that was presented; other programs of the same user go on. */
    THIS_TOKEN,
    /** Every token of the user ({@code global=true}): colleagues and other programs under the same name are signed out. */
    ALL_TOKENS_OF_THE_USER
}
