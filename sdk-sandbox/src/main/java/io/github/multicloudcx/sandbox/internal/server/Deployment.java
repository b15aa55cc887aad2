package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.architect.ArchitectService;
import io.github.multicloudcx.sandbox.internal.architect.ArchitectSettings;
import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.auth.AuthService;
import io.github.multicloudcx.sandbox.internal.auth.AuthSettings;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.auth.SignInPage;
import io.github.multicloudcx.sandbox.internal.auth.TokenEndpoint;
import io.github.multicloudcx.sandbox.internal.auth.TokenRegistry;
import io.github.multicloudcx.sandbox.internal.contract.SecurityRules;
import io.github.multicloudcx.sandbox.internal.export.DemoKeys;
import io.github.multicloudcx.sandbox.internal.fault.FaultQueue;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import io.github.multicloudcx.sandbox.internal.nexus.NexusService;
import io.github.multicloudcx.sandbox.internal.nexus.NexusSettings;
import io.github.multicloudcx.sandbox.internal.recording.RecordingService;
import io.github.multicloudcx.sandbox.internal.recording.RecordingSettings;
import io.github.multicloudcx.sandbox.internal.rules.RulesService;
import io.github.multicloudcx.sandbox.internal.rules.RulesSettings;
import io.github.multicloudcx.sandbox.internal.statistics.StatisticsService;
import io.github.multicloudcx.sandbox.internal.statistics.StatisticsSettings;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.LinkSigner;
import io.github.multicloudcx.sandbox.internal.storage.StorageOrigin;
import io.github.multicloudcx.sandbox.internal.udm.Backdoor;
import io.github.multicloudcx.sandbox.internal.udm.CertificateStore;
import io.github.multicloudcx.sandbox.internal.udm.JobRegistry;
import io.github.multicloudcx.sandbox.internal.udm.UdmBackdoor;
import io.github.multicloudcx.sandbox.internal.udm.UdmService;
import io.github.multicloudcx.sandbox.internal.udm.UdmSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Puts the parts of a sandbox together. */
public final class Deployment implements AutoCloseable {
    private static final int REMEMBERED = 100_000;

    private final SandboxOptions options;
    private final HttpHost host;
    private final RequestLog log = new RequestLog(REMEMBERED);
    private final FaultQueue faults = new FaultQueue();
    private final AuthSettings authSettings = new AuthSettings();
    private final UdmSettings udmSettings = new UdmSettings();
    private final StatisticsSettings statisticsSettings = new StatisticsSettings();
    private final NexusSettings nexusSettings = new NexusSettings();
    private final RulesSettings rulesSettings = new RulesSettings();
    private final RecordingSettings recordingSettings = new RecordingSettings();
    private final ArchitectSettings architectSettings = new ArchitectSettings();
    private final DemoKeys demoKeys = new DemoKeys();
    private final Secrets secrets = new Secrets();
    private final CertificateStore certificates = new CertificateStore();
    private final TokenRegistry tokens;
    private final Accounts accounts;
    private final FileStore files;
    private final JobRegistry jobs;
    private final StatisticsService statistics;
    private final NexusService nexus;
    private final RulesService rules;
    private final ArchitectService architect;

    private Deployment(SandboxOptions options) {
        this.options = options;
        host = new HttpHost(options.port(), options.storagePort());
        tokens = new TokenRegistry(options.clock(), secrets);
        accounts = new Accounts(options.clients(), options.users());
        files = new FileStore(options.clock(), udmSettings::fileLifetime);
        jobs = new JobRegistry(options, udmSettings, certificates, files);
        rules = new RulesService(rulesSettings, options.clock(), secrets);
        architect = new ArchitectService(architectSettings, options.clock(), secrets);
        host.open();
        statistics = new StatisticsService(
                statisticsSettings, options.clock(), secrets, gatewayUrl().getPort());
        nexus = new NexusService(
                nexusSettings, secrets, log::exercised, gatewayUrl().getPort());
    }

    public static Deployment start(SandboxOptions options) {
        Deployment deployment = new Deployment(options);
        try {
            deployment.serve();
        } catch (RuntimeException failed) {
            deployment.close();
            throw failed;
        }
        return deployment;
    }

    private void serve() {
        LinkSigner signer = new LinkSigner(options.clock(), secrets.bytes(32), storageUrl());
        Map<String, OperationHandler> handlers = new HashMap<>();
        new AuthService(accounts, tokens).register(handlers);
        new TokenEndpoint(accounts, tokens, authSettings).register(handlers);
        new UdmService(jobs, certificates, files, signer, accounts, udmSettings).register(handlers);
        statistics.register(handlers);
        nexus.register(handlers);
        rules.register(handlers);
        new RecordingService(recordingSettings).register(handlers);
        architect.register(handlers);
        SignInPage signIn = new SignInPage(accounts, tokens, authSettings);
        signIn.register(handlers);
        host.serve(
                new Gateway(
                        handlers,
                        Map.of(SignInPage.PATH, signIn),
                        admission(),
                        new SecurityRules(options.apiKey() != null),
                        faults,
                        log,
                        options.rejectViolations()),
                new StorageOrigin(files, signer, faults, log));
    }

    private Admission admission() {
        RateLimiter limiter = new RateLimiter(options.rateLimit(), options.clock());
        return new Admission(options.apiKey(), limiter, tokens, architect.tokens(), authSettings);
    }

    public URI gatewayUrl() {
        return host.url(Origin.GATEWAY);
    }

    public URI storageUrl() {
        return host.url(Origin.STORAGE);
    }

    public FaultQueue faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    public TokenRegistry tokens() {
        return tokens;
    }

    public AuthSettings authSettings() {
        return authSettings;
    }

    public UdmSettings udmSettings() {
        return udmSettings;
    }

    public UdmBackdoor udm() {
        return new Backdoor(udmSettings, jobs, files, certificates);
    }

    public StatisticsSettings statisticsSettings() {
        return statisticsSettings;
    }

    public StatisticsService statistics() {
        return statistics;
    }

    public NexusSettings nexusSettings() {
        return nexusSettings;
    }

    public NexusService nexus() {
        return nexus;
    }

    public RulesSettings rulesSettings() {
        return rulesSettings;
    }

    public RulesService rules() {
        return rules;
    }

    public RecordingSettings recordingSettings() {
        return recordingSettings;
    }

    public ArchitectSettings architectSettings() {
        return architectSettings;
    }

    public ArchitectService architect() {
        return architect;
    }

    public DemoKeys demoKeys() {
        return demoKeys;
    }

    @Override
    public void close() {
        // first, so that no thread of the server waits for an update any more
        statistics.close();
        nexus.close();
        host.close();
    }
}
