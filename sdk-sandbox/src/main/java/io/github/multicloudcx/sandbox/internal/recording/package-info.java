/** Interaction Recording. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.recording;

import org.jspecify.annotations.NullMarked;
