/** What happens between a call and its value. */
@NullMarked
package io.github.multicloudcx.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;
