/**
 * Interaction Recording: protection of recordings from deletion.
 * {@link io.github.multicloudcx.recording.RecordingClient} is where it begins.
 */
module io.github.multicloudcx.recording {
    requires transitive io.github.multicloudcx.core;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.recording;
    exports io.github.multicloudcx.recording.bulk;
}
