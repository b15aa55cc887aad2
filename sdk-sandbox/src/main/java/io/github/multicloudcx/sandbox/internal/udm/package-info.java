/** The user data management service. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.udm;

import org.jspecify.annotations.NullMarked;
