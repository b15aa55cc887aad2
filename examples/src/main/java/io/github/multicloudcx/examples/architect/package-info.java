/**
 * Safe, audited changes to the settings of Architect flows, made of the public parts of sdk-core: an API that the SDK does not
 * model needs no special access.
 */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
