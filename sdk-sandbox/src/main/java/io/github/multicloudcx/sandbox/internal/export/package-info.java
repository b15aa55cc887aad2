/** Content of export files: records, archive, encryption. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.export;

import org.jspecify.annotations.NullMarked;
