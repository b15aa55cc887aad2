/** Architect: flows and their settings. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.architect;

import org.jspecify.annotations.NullMarked;
