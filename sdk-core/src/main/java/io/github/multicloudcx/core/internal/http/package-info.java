/** OkHttp: the derived client, bodies, the watcher of interrupts. */
@NullMarked
package io.github.multicloudcx.core.internal.http;

import org.jspecify.annotations.NullMarked;
