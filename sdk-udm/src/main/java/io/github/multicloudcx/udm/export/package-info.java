/** An export in one call: from the job to the records, however often it is interrupted. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.export;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
