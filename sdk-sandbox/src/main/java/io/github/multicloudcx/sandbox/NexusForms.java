package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.nexus.NexusSettings;

/** Where the reference has more than one form for something of Nexus, switches between them. Thread-safe. */
public final class NexusForms {
    private final NexusSettings settings;

    NexusForms(NexusSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether ids of accepted messages are objects with an {@code id}, as the reference has it, or texts, as its sample has
     * it.
     *
     * @param on true unless changed
     */
    public void idsAsObjects(boolean on) {
        settings.idsAreObjects(on);
    }

    /**
     * Whether receipts are answered with {@code data}.
     *
     * @param on false unless changed
     */
    public void receiptsWithData(boolean on) {
        settings.receiptsHaveData(on);
    }

    /**
     * Whether the one recipient of a text stands in a list, as those of an e-mail do.
     *
     * @param on false unless changed
     */
    public void recipientsInList(boolean on) {
        settings.recipientsInList(on);
    }

    /**
     * Whether recipients, message id and context of an e-mail stand beside the channel, as in the broken sample.
     *
     * @param on false unless changed
     */
    public void fieldsBesideChannel(boolean on) {
        settings.fieldsBesideChannel(on);
    }

    /**
     * Whether the id of a secure email that was sent is answered below {@code data} instead of at the top level.
     *
     * @param on false unless changed
     */
    public void sentMailBelowData(boolean on) {
        settings.sentBelowData(on);
    }

    /**
     * Whether reference id and operation id of secure email are objects, as they are printed, instead of texts.
     *
     * @param on false unless changed
     */
    public void referencesAsObjects(boolean on) {
        settings.referencesAreObjects(on);
    }

    /**
     * Whether the codes of secure email are numbers, as those of the other services are, instead of texts: 0 in place of
     * {@code SUCCESS}, and the HTTP status in place of the name of an error.
     *
     * @param on false unless changed
     */
    public void mailCodesAsNumbers(boolean on) {
        settings.mailCodesAreNumbers(on);
    }

    /**
     * Whether changes of interactions are sent as objects without any field, as in the sample of the interactions webhook.
     *
     * @param on false unless changed
     */
    public void emptyEvents(boolean on) {
        settings.emptyEvents(on);
    }

    /**
     * Whether webhooks are signed in upper-case hexadecimal.
     *
     * @param on false unless changed
     */
    public void upperCaseSignatures(boolean on) {
        settings.upperCaseSignatures(on);
    }
}
