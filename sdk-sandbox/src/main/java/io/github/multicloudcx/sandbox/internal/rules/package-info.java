/** The Rules System. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.rules;

import org.jspecify.annotations.NullMarked;
