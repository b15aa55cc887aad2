package io.github.multicloudcx.nexus.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A part of the body of an e-mail. Every field may be absent.
 *
 * @param type {@code text} and {@code html} in the sample
 * @param text the content
 */
public record EmailPart(@Nullable String type, @Nullable String text) {}
