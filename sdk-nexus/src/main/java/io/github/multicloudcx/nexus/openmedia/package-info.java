/** Open media: work items that are routed to agents. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.openmedia;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
