/** What an answer says about success and failure. */
@NullMarked
package io.github.multicloudcx.core.internal.envelope;

import org.jspecify.annotations.NullMarked;
