/** Requests and answers, independent of the server underneath. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
