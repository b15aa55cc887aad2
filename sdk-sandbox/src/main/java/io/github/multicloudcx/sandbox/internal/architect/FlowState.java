package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One version of a flow. Nobody changes its settings.
 *
 * @param version its number
 * @param settings all settings
 * @param by who made it
 * @param since when
 */
public record FlowState(int version, ObjectNode settings, String by, Instant since) {}
