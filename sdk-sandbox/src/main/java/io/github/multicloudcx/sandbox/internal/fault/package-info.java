/** Misbehaviour on demand. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.fault;

import org.jspecify.annotations.NullMarked;
