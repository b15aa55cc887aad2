package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.UdmClient;

/** Signs in and asks a service for its version. For a real deployment use {@code CxClient.fromEnvironment()} alone. */
public final class FirstCall {
    private FirstCall() {}

    /** Needs no arguments. */
    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.start();
                CxClient cx =
                        CxClientBuilder.fromEnvironment(sandbox.environment()).build()) {
            var version = UdmClient.create(cx).version().execute();
            System.out.println(version.name() + " " + version.version());
        }
    }
}
