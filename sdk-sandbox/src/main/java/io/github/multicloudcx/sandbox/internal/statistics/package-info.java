/** The statistics service: values, subscriptions and their updates. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.statistics;

import org.jspecify.annotations.NullMarked;
