package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.rules.RulesSettings;

/** Where the documents of the Rules System have more than one form for something, switches between them. Thread-safe. */
public final class RulesForms {
    private final RulesSettings settings;

    RulesForms(RulesSettings settings) {
        this.settings = settings;
    }

    /**
     * How times are written.
     *
     * @param style {@link RulesDates#MILLISECONDS} unless changed
     */
    public void dates(RulesDates style) {
        settings.dates = style;
    }

    /**
     * Whether lists of snapshots and targets are bare arrays, as the overview of 8.5.3 has it.
     *
     * @param on false unless changed
     */
    public void bareLists(boolean on) {
        settings.bareLists = on;
    }

    /**
     * Whether the list of targets is called {@code deployTargets}; the guide cuts its name off.
     *
     * @param on false unless changed
     */
    public void camelCaseTargets(boolean on) {
        settings.camelCaseTargets = on;
    }

    /**
     * Whether codes of field errors are numbers, as those of the login are, instead of texts.
     *
     * @param on false unless changed
     */
    public void numericCodes(boolean on) {
        settings.numericCodes = on;
    }

    /**
     * Whether answers say {@code snapShotName}.
     *
     * @param on false unless changed
     */
    public void capitalSnapShotName(boolean on) {
        settings.capitalSnapShotName = on;
    }

    /**
     * Whether snapshots lack their {@code snapshotId}, as one in the guide does.
     *
     * @param on false unless changed
     */
    public void snapshotsWithoutId(boolean on) {
        settings.snapshotsWithoutId = on;
    }

    /**
     * Whether tokens are broken over two lines, as on the public page.
     *
     * @param on false unless changed
     */
    public void brokenTokens(boolean on) {
        settings.brokenTokens = on;
    }
}
