/** The OpenAPI contract and the check of requests against it. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.contract;

import org.jspecify.annotations.NullMarked;
