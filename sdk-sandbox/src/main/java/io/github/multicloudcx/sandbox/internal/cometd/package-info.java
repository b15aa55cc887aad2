/** Push over CometD long polling, and the HTTP sessions that tie it to the other requests of a client. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.cometd;

import org.jspecify.annotations.NullMarked;
