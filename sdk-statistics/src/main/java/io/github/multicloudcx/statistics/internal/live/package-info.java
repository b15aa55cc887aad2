/** How live updates are kept alive. */
@NullMarked
package io.github.multicloudcx.statistics.internal.live;

import org.jspecify.annotations.NullMarked;
