package io.github.multicloudcx.core;

/** The APIs of a deployment. In Private Edition each may have a host of its own. */
public enum ApiFamily {
    /** Authentication. */
    AUTH("/auth/v3", Envelope.ENGAGE),
    /** User Data Management. */
    UDM("/udm", Envelope.BARE),
    /** Cloud Data Download. */
    DATA_DOWNLOAD("/data-download", Envelope.BARE),
    /** Genesys Rules System; its base URL usually carries the application path of the authoring tool. */
    GRS("/grs/v1", Envelope.GRS),
    /** Statistics. */
    STATISTICS("/statistics/v3", Envelope.ENGAGE),
    /** Nexus: secure email, open media, third-party messaging. */
    NEXUS("/nexus/v3", Envelope.ENGAGE),
    /** Interaction Recording. */
    RECORDING("/api/v2", Envelope.RECORDING),
    /** Architect flow settings. */
    ARCHITECT("", Envelope.BARE);

    private final String basePath;
    private final Envelope envelope;

    ApiFamily(String basePath, Envelope envelope) {
        this.basePath = basePath;
        this.envelope = envelope;
    }

    /**
     * Returns what stands between the base URL and the paths of the reference.
     *
     * @return the path, beginning with a slash, or empty
     */
    public String basePath() {
        return basePath;
    }

    /**
     * Returns how most answers of the API are wrapped.
     *
     * @return the default of {@link Api#envelope(Envelope)}
     */
    public Envelope envelope() {
        return envelope;
    }
}
