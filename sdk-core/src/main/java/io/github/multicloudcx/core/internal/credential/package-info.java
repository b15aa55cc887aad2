/** Credentials that are fetched once and shared by all calls; shared with the other modules of the SDK and with nobody else. */
@NullMarked
package io.github.multicloudcx.core.internal.credential;

import org.jspecify.annotations.NullMarked;
