package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.sandbox.RecordingControl;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.testsupport.CoverageNote;
import io.github.multicloudcx.testsupport.JumpingTime;

/** A sandbox and a client of it that waits in no time. What was exercised counts for the contract coverage. */
public final class Deployed implements AutoCloseable {
    public final Sandbox sandbox = Sandbox.start();
    public final RecordingControl control = sandbox.recording();
    public final CxClient cx = client(control.password());
    public final RecordingClient recordings = RecordingClient.create(cx);

    public CxClient client(String password) {
        return CxClient.builder()
                .baseUrl(ApiFamily.RECORDING, sandbox.baseUrl().toString())
                .credentials(Credentials.basic(control.username(), password))
                .timeSource(new JumpingTime())
                .failOnUnknownFields(true)
                .build();
    }

    @Override
    public void close() {
        cx.close();
        sandbox.close();
        CoverageNote.write(sandbox.exercisedOperations());
        sandbox.assertNoViolations();
    }
}
