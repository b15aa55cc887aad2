/**
 * A deployment of Multicloud CX on loopback ports: start one with
 * {@link io.github.multicloudcx.sandbox.Sandbox#start()}, point any client at it, and let
 * {@link io.github.multicloudcx.sandbox.Sandbox#assertNoViolations()} tell whether every request kept to the contract.
 */
@NullMarked
package io.github.multicloudcx.sandbox;

import org.jspecify.annotations.NullMarked;
