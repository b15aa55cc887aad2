package io.github.multicloudcx.sandbox;

/** How a deployment of the Rules System ends. */
public enum RulesDeploymentEnd {
    /** It succeeds. */
    SUCCESS,
    /** It fails: what ran there goes on. */
    FAILED,
    /** It succeeds on some engines of a cluster. */
    PARTIAL,
    /** It stays PENDING. */
    NEVER
}
