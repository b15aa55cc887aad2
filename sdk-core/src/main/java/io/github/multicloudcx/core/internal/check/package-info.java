/** Checks of parameters; shared with the other modules of the SDK and with nobody else. */
@NullMarked
package io.github.multicloudcx.core.internal.check;

import org.jspecify.annotations.NullMarked;
