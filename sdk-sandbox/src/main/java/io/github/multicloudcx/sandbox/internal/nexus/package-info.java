/** Nexus: secure email, open media, third-party messaging and the webhooks that it calls. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.nexus;

import org.jspecify.annotations.NullMarked;
