package io.github.multicloudcx.grs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.grs.model.ApiToken;
import io.github.multicloudcx.testsupport.LogLines;
import io.github.multicloudcx.testsupport.Traces;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passwords and tokens stay out of logs, errors and texts. */
@Timeout(60)
class SecretsTest {
    private static final String PASSWORD = "hunter2-password";
    private static final String CHANGED = "hunter3-password";

    private static String basic(String secret) {
        return Base64.getEncoder().encodeToString(("rules-user:" + secret).getBytes(UTF_8));
    }

    @Test
    void aSessionTellsNothingWhateverHappens() {
        List<String> texts = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, CHANGED, basic(PASSWORD), basic(CHANGED)));
        try (LogLines log = LogLines.open();
                Deployed deployed = new Deployed()) {
            deployed.control.expirePassword();
            texts.add(GrsLogin.of("rules-user", PASSWORD) + " " + ApiToken.of(PASSWORD));
            fail(texts, deployed.rules::snapshots);
            fail(texts, () -> deployed.grs.sessions().login("rules-user", PASSWORD));
            deployed.sandbox
                    .faults()
                    .on("grsChangePassword")
                    .times(3)
                    .status(
                            503,
                            "application/json",
                            "{\"message\":\"" + CHANGED + " and " + basic(deployed.control.password()) + "\"}");
            fail(texts, () -> deployed.grs.changePassword(CHANGED));
            deployed.sandbox.faults().clear();
            secrets.add(
                    deployed.grs.changePassword(CHANGED).execute().apiToken().value());
            fail(texts, () -> deployed.rules.deploy("nowhere").call());
            deployed.sandbox
                    .faults()
                    .on("grsQuerySnapshots")
                    .times(9)
                    .status(
                            401,
                            "text/plain",
                            "no " + deployed.control.sessions().get(0));
            fail(texts, deployed.rules::snapshots);
            deployed.sandbox.faults().clear();
            deployed.sandbox
                    .faults()
                    .on("grsLogout")
                    .status(
                            500,
                            "text/plain",
                            "no " + deployed.control.sessions().get(0));
            secrets.addAll(deployed.control.sessions());
            deployed.cx.close();
            texts.addAll(ours(log));
        }
        assertThat(texts).anySatisfy(text -> assertThat(text).contains("Could not log out"));
        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(texts).hasSizeGreaterThan(20);
        for (String secret : secrets) {
            assertThat(texts).noneSatisfy(text -> assertThat(text).contains(secret));
        }
    }

    /** Without what the server in the same process logs. */
    private static List<String> ours(LogLines log) {
        return log.lines().stream()
                .filter(line -> line.contains(" io.github.multicloudcx."))
                .toList();
    }

    private static void fail(
            List<String> texts, java.util.function.Supplier<io.github.multicloudcx.core.Call<?>> call) {
        Throwable failure = catchThrowable(() -> call.get().execute());
        assertThat(failure).isNotNull();
        texts.add(Traces.of(failure));
    }

    @Test
    void theSandboxPasswordDoesNotShowEither() {
        try (LogLines log = LogLines.open();
                Deployed deployed = new Deployed();
                CxClient other = deployed.client(true, Credentials.none())) {
            var session = GrsClient.create(other)
                    .sessions()
                    .login("rules-user", deployed.control.password())
                    .executeForResponse();
            assertThat(deployed.rules.snapshots().execute()).isEmpty();
            assertThat(ours(log)).anySatisfy(line -> assertThat(line).contains("apiToken"));
            assertThat(ours(log))
                    .noneSatisfy(line -> assertThat(line).contains(deployed.control.password()))
                    .noneSatisfy(line ->
                            assertThat(line).contains(session.value().apiToken().value()))
                    .noneSatisfy(line -> assertThat(line)
                            .contains(deployed.control.sessions().get(1)));
        }
    }
}
