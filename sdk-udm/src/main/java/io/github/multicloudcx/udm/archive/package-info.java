/** Export archives: what was downloaded is opened, verified and read, in constant memory. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.archive;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
