/** Work that is made of many calls; shared with the other modules of the SDK and with nobody else. */
@NullMarked
package io.github.multicloudcx.core.internal.work;

import org.jspecify.annotations.NullMarked;
