package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.TimestampStyle;
import io.github.multicloudcx.sandbox.ValueShape;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Behaviour of the statistics service that a test may change while it runs. */
public final class StatisticsSettings {
    /** Names that occur in published configurations. */
    private static final List<String> USUAL_NAMES = List.of(
            "CurrentAgentState",
            "TimeInCurrentState",
            "TimeInCurrentStateVoice",
            "AverageHandlingTime",
            "AverageWaitingTime",
            "Current_In_Queue",
            "CurrMaxCallWaitingTime",
            "ServiceLevel",
            "Total_Abandoned",
            "Total_Answered",
            "InboundCalls",
            "OutboundCalls",
            "InternalCalls",
            "ConsultCalls",
            "ReadyDuration",
            "NotReadyDuration",
            "TalkDuration",
            "HoldDuration",
            "WrapDuration",
            "LoginDuration",
            "Productivity",
            "MissedCalls",
            "RefusedCalls",
            "InteractionTransferred",
            "CurrentReadyAgents",
            "CurrentNumberWaitingCalls",
            "CurrentTargetState");

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private volatile ValueShape valueShape = ValueShape.OBJECT;
    private volatile TimestampStyle timestampStyle = TimestampStyle.INTEGER;
    private volatile boolean updatesWrapped = true;
    private volatile boolean updatesRepeated;
    private volatile boolean updatesShuffled;
    private volatile boolean ownIds;
    private volatile boolean subscriptionsKept;
    private volatile int maxStatistics = Integer.MAX_VALUE;

    public StatisticsSettings() {
        names.addAll(USUAL_NAMES);
    }

    boolean isConfigured(String name) {
        return names.contains(name);
    }

    public void configure(List<String> more) {
        names.addAll(more);
    }

    ValueShape valueShape() {
        return valueShape;
    }

    public void valueShape(ValueShape shape) {
        valueShape = shape;
    }

    TimestampStyle timestampStyle() {
        return timestampStyle;
    }

    public void timestampStyle(TimestampStyle style) {
        timestampStyle = style;
    }

    boolean updatesWrapped() {
        return updatesWrapped;
    }

    public void updatesWrapped(boolean on) {
        updatesWrapped = on;
    }

    boolean updatesRepeated() {
        return updatesRepeated;
    }

    public void updatesRepeated(boolean on) {
        updatesRepeated = on;
    }

    boolean updatesShuffled() {
        return updatesShuffled;
    }

    public void updatesShuffled(boolean on) {
        updatesShuffled = on;
    }

    boolean ownIds() {
        return ownIds;
    }

    public void ownIds(boolean on) {
        ownIds = on;
    }

    boolean subscriptionsKept() {
        return subscriptionsKept;
    }

    public void subscriptionsKept(boolean on) {
        subscriptionsKept = on;
    }

    int maxStatistics() {
        return maxStatistics;
    }

    public void maxStatistics(int number) {
        maxStatistics = number;
    }
}
