/** The server and the gateway in front of the services. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
