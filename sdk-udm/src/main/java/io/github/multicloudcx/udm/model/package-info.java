/** What is sent to the User Data Management API and what it answers; names are those of the reference. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
