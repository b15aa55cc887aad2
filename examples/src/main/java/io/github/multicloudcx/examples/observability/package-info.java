/** What measures and traces calls, to copy. */
@NullMarked
package io.github.multicloudcx.examples.observability;

import org.jspecify.annotations.NullMarked;
