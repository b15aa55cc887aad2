package io.github.multicloudcx.examples.architect;

/** Body of a reload. */
record ReloadRequest(String orgId) {}
