/** The client of the User Data Management API. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
