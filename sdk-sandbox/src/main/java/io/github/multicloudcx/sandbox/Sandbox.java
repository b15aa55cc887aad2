package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.server.Deployment;
import io.github.multicloudcx.sandbox.internal.server.SandboxOptions;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Multicloud CX deployment on loopback ports: API gateway, authentication, exports, the storage behind presigned links,
 * statistics, Nexus with its webhooks, rules, recording and Architect. Every request is checked against the contract. Thread-safe; several sandboxes do not disturb each other.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxOptions options;
    private final Deployment deployment;
    private final Faults faults;
    private final OAuthControl oauth;
    private final UdmControl udm;
    private final StatisticsControl statistics;
    private final NexusControl nexus;
    private final RulesControl rules;
    private final RecordingControl recording;
    private final ArchitectControl architect;
    private final Runnable tick;

    Sandbox(SandboxOptions options) {
        this.options = options;
        this.deployment = Deployment.start(options);
        this.faults = new Faults(deployment.faults());
        this.oauth = new OAuthControl(
                deployment.log(),
                deployment.tokens(),
                deployment.authSettings(),
                options.clients().get(0),
                options.users().get(0));
        this.udm = new UdmControl(deployment.udmSettings(), deployment.udm());
        this.statistics = new StatisticsControl(
                deployment.statisticsSettings(), deployment.statistics().backdoor());
        this.nexus = new NexusControl(deployment.nexusSettings(), deployment.nexus());
        this.rules = new RulesControl(deployment.rulesSettings(), deployment.rules(), deployment.gatewayUrl());
        this.recording = new RecordingControl(deployment.recordingSettings());
        this.architect = new ArchitectControl(deployment.architectSettings(), deployment.architect(), options.clock());
        this.tick = deployment.statistics()::tick;
        options.clock().follow(tick);
    }

    /**
     * Starts a sandbox with default settings on any free ports.
     *
     * @return a running sandbox
     */
    public static Sandbox start() {
        return builder().start();
    }

    /**
     * Describes a sandbox with other settings.
     *
     * @return a builder
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Origin of the gateway, with all API families below it.
     *
     * @return for example {@code http://127.0.0.1:8080}
     */
    public URI baseUrl() {
        return deployment.gatewayUrl();
    }

    /**
     * Origin of the presigned links.
     *
     * @return for example {@code http://127.0.0.1:8081}
     */
    public URI storageUrl() {
        return deployment.storageUrl();
    }

    /**
     * Key of the gateway.
     *
     * @return the key
     * @throws IllegalStateException if the sandbox was started without one
     */
    public String apiKey() {
        @Nullable String key = options.apiKey();
        if (key == null) {
            throw new IllegalStateException("This sandbox has no API key");
        }
        return key;
    }

    /**
     * Id of the default client.
     *
     * @return client id
     */
    public String clientId() {
        return options.clients().get(0).id();
    }

    /**
     * Secret of the default client.
     *
     * @return client secret
     */
    public String clientSecret() {
        return options.clients().get(0).secret();
    }

    /**
     * Name of the default user.
     *
     * @return {@code tenant\name}
     */
    public String username() {
        return options.users().get(0).username();
    }

    /**
     * Password of the default user as it was at the start.
     *
     * @return password
     */
    public String password() {
        return options.users().get(0).password();
    }

    /**
     * The environment variables that let a program reach this sandbox and sign in with client credentials.
     *
     * @return {@code CX_BASE_URL}, {@code CX_API_KEY} unless there is none, {@code CX_CLIENT_ID} and
     *     {@code CX_CLIENT_SECRET}, in this order
     */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("CX_BASE_URL", baseUrl().toString());
        @Nullable String key = options.apiKey();
        if (key != null) {
            variables.put("CX_API_KEY", key);
        }
        variables.put("CX_CLIENT_ID", clientId());
        variables.put("CX_CLIENT_SECRET", clientSecret());
        return Collections.unmodifiableMap(variables);
    }

    /**
     * The time of this sandbox.
     *
     * @return its clock
     */
    public SandboxClock clock() {
        return options.clock();
    }

    /**
     * Faults on demand.
     *
     * @return the faults of this sandbox
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The authentication service behind the scenes.
     *
     * @return its control
     */
    public OAuthControl oauth() {
        return oauth;
    }

    /**
     * The export service behind the scenes.
     *
     * @return its control
     */
    public UdmControl udm() {
        return udm;
    }

    /**
     * The statistics service behind the scenes.
     *
     * @return its control
     */
    public StatisticsControl statistics() {
        return statistics;
    }

    /**
     * Secure email, open media and third-party messaging behind the scenes.
     *
     * @return their control
     */
    public NexusControl nexus() {
        return nexus;
    }

    /**
     * The Rules System behind the scenes.
     *
     * @return its control
     */
    public RulesControl rules() {
        return rules;
    }

    /**
     * Interaction Recording behind the scenes.
     *
     * @return its control
     */
    public RecordingControl recording() {
        return recording;
    }

    /**
     * Architect behind the scenes.
     *
     * @return its control
     */
    public ArchitectControl architect() {
        return architect;
    }

    /**
     * Every request at the gateway and at the storage origin.
     *
     * @return the requests so far in the order in which they were answered, the latest 100,000 of them
     */
    public List<RecordedRequest> requests() {
        return deployment.log().requests();
    }

    /**
     * Every request for one operation.
     *
     * @param operationId operation of the contract, for example {@code getExportJobV10}
     * @return its requests so far in the order in which they were answered
     */
    public List<RecordedRequest> requests(String operationId) {
        return requests().stream()
                .filter(request -> operationId.equals(request.operationId()))
                .toList();
    }

    /**
     * Calls a hook for every request at both origins before anything is done about it, even a fault; its status is 0
     * then. The hook runs on the thread of the server that will answer this request and holds up no other one; the
     * request goes on when it returns. What it throws is answered 500. It must not close the sandbox, which would wait
     * for it.
     *
     * @param hook what to call, in place of the hook before
     */
    public void onRequest(Consumer<RecordedRequest> hook) {
        deployment.log().onRequest(hook);
    }

    /**
     * Calls a hook for every request at both origins when it was carried out and recorded, and before anything of the
     * answer is sent: what it did is done, and the client does not know yet. A fault that withholds the answer comes
     * after the hook. Otherwise like {@link #onRequest}.
     *
     * @param hook what to call, in place of the hook before
     */
    public void onAnswer(Consumer<RecordedRequest> hook) {
        deployment.log().onAnswer(hook);
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        deployment.log().clearRequests();
    }

    /**
     * What broke the contract.
     *
     * @return the violations so far
     */
    public List<Violation> violations() {
        return deployment.log().violations();
    }

    /** Forgets the violations so far, for a test that provokes one. */
    public void clearViolations() {
        deployment.log().clearViolations();
    }

    /**
     * Fails when a request broke the contract.
     *
     * @throws AssertionError with one line per violation
     */
    public void assertNoViolations() {
        List<Violation> found = violations();
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream()
                    .map(violation -> "\n  " + violation)
                    .collect(Collectors.joining("", found.size() + " contract violation(s):", "")));
        }
    }

    /**
     * Operations that were carried out for a client of this SDK (its User-Agent begins with
     * {@code multicloud-cx-sdk-java/}) whose request kept to the contract. {@code authorize} counts for any client,
     * because a browser opens it.
     *
     * @return operationIds in alphabetical order
     */
    public Set<String> exercisedOperations() {
        return deployment.log().exercisedOperations();
    }

    /**
     * A certificate to upload, made on first use.
     *
     * @return PEM text of a self-signed X.509 RSA certificate
     */
    public String demoCertificate() {
        return deployment.demoKeys().certificate();
    }

    /**
     * The private key that belongs to {@link #demoCertificate()}.
     *
     * @return PEM text of a PKCS#8 key
     */
    public String demoPrivateKey() {
        return deployment.demoKeys().privateKey();
    }

    /** Stops the sandbox: no thread and no socket of it is left. */
    @Override
    public void close() {
        options.clock().unfollow(tick);
        deployment.close();
    }
}
