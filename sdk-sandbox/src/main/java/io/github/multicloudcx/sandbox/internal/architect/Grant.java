package io.github.multicloudcx.sandbox.internal.architect;

import java.util.Set;

/**
 * What an access token stands for.
 *
 * @param clientId who it speaks for
 * @param scopes what it allows
 */
record Grant(String clientId, Set<String> scopes) {}
