package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.testsupport.SampleFiles;
import io.github.multicloudcx.testsupport.TestWire;

/** A server with answers in a row and a client that waits in no time. */
public final class Wire extends TestWire<Wire> {
    public final RecordingClient recordings = RecordingClient.create(cx);

    public Wire() {
        this(RetryPolicy.none());
    }

    public Wire(RetryPolicy policy) {
        super(policy);
    }

    @Override
    protected Wire self() {
        return this;
    }

    /** The next answer is a sample. */
    public Wire sample(int status, String name) {
        return answer(status, SampleFiles.json(Wire.class, "postRecordingOperation." + name));
    }
}
