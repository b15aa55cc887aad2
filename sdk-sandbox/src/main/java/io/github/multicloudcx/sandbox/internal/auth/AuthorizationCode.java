package io.github.multicloudcx.sandbox.internal.auth;

/**
 * What an authorization code stands for.
 *
 * @param caller the client and the user that signed in
 * @param redirectUri where the code was sent to
 */
record AuthorizationCode(Caller caller, String redirectUri) {}
