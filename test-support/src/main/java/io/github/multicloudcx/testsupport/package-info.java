/** What the tests of the API modules have in common. */
package io.github.multicloudcx.testsupport;
