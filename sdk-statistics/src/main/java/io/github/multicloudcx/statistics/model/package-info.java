/** What is asked for and what is answered: statistics, their definitions and their values. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.statistics.model;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
