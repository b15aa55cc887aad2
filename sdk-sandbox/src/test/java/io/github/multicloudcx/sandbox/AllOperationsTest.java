package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.internal.contract.Contract;
import io.github.multicloudcx.sandbox.internal.contract.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllOperationsTest {
    private static final List<String> OFFERED = List.of(
            "auth.yaml",
            "udm.yaml",
            "data-download.yaml",
            "statistics.yaml",
            "nexus.yaml",
            "grs.yaml",
            "recording.yaml",
            "architect.yaml");
    private static final String SECRET = "app-secret";
    private static final Sandbox SANDBOX = Sandbox.start();

    @BeforeAll
    static void start() {
        SANDBOX.udm().useCertificate(SANDBOX.demoCertificate());
        SANDBOX.udm().addFinishedJobs(1);
        SANDBOX.nexus().addChannel("1", "cc-1", SECRET);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Operation> operations() {
        return Contract.get().operations().values().stream().filter(operation -> OFFERED.contains(operation.file()));
    }

    @Test
    void a_hundred_and_thirty_two_are_offered() {
        Set<String> ids = operations().map(Operation::id).collect(Collectors.toSet());

        assertThat(ids).hasSize(132);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_is_carried_out_for_a_good_request(Operation operation) {
        HttpResponse<String> response = send(operation);

        assertThat(SANDBOX.exercisedOperations()).contains(operation.id());
        assertThat(SANDBOX.violations()).isEmpty();
        assertThat(response.statusCode()).isNotIn(403, 405, 429);
    }

    private static HttpResponse<String> send(Operation operation) {
        String path = operation.path().toString().replaceAll("\\{[^}]+}", "1") + query(operation);
        Web web = web(operation);
        if (!operation.security().headers().isEmpty()) {
            return ChannelWeb.send(SANDBOX, operation.method(), path, "cc-1", SECRET, channelBody(operation));
        }
        Operation.RequestBody body = operation.body();
        if (body == null) {
            return web.text(operation.method(), path, BodyPublishers.noBody());
        }
        return switch (body.contentType()) {
            case "multipart/form-data" -> web.upload(path, "file", SANDBOX.demoCertificate());
            case "application/json" ->
                web.with("Content-Type", "application/json")
                        .text(operation.method(), path, BodyPublishers.ofString(json(operation)));
            default ->
                web.with("Content-Type", body.contentType())
                        .text(operation.method(), path, BodyPublishers.ofString("grant_type=client_credentials"));
        };
    }

    private static Web web(Operation operation) {
        if (operation.file().equals("architect.yaml")) {
            return ArchitectWeb.web(SANDBOX);
        }
        return operation.security().scheme().equals("Basic") ? Web.client(SANDBOX) : Web.signedIn(SANDBOX);
    }

    private static String channelBody(Operation operation) {
        return switch (operation.id()) {
            case "sendChannelMessages" -> "{\"messages\":[{\"type\":\"Text\",\"text\":\"hello\"}]}";
            case "uploadChannelMedia" -> ChannelWeb.multipart("a.png", "image/png", "picture");
            default -> "";
        };
    }

    private static String query(Operation operation) {
        return operation.parameters().stream()
                .filter(Operation.QueryParameter::required)
                .map(parameter -> parameter.name() + "="
                        + (parameter.values().isEmpty()
                                ? parameter.name().equals("address") ? "a@mail.com" : "1"
                                : parameter.values().get(0)))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String json(Operation operation) {
        return switch (operation.id()) {
            case "changePassword" ->
                "{\"data\":{\"userName\":\"demo\",\"oldPassword\":\"" + SANDBOX.password()
                        + "\",\"newPassword\":\"b\"}}";
            case "createExportJobV10", "updateExportJobV10" -> Jobs.contacts("all");
            case "updateExportJobV4" -> Jobs.withType(Jobs.v4("all"));
            case "sendSecureEmail", "createOpenMediaInteraction" -> "{\"data\":{}}";
            case "stopOpenMediaInteraction", "stopOpenMediaInteractionByExternalId" -> "{\"data\":{}}";
            case "updateOpenMediaInteraction", "updateOpenMediaInteractionByExternalId" -> "{\"data\":{}}";
            case "grsChangePassword" -> "{\"newPassword\":\"b\"}";
            case "grsCreateSnapshot" -> "{\"name\":\"a\"}";
            case "grsDeployPackage", "grsUndeployPackage" -> "{\"target\":\"a\"}";
            case "postRecordingOperation" -> "{\"operationName\":\"applyNonDelete\"}";
            case "requestClientCredentialsToken" -> "{\"grant_type\":\"client_credentials\"}";
            case "patchFlow" -> ArchitectWeb.body(2, "{}");
            case "reloadFlows" -> "{}";
            case "getStatisticValues", "createSubscription" ->
                "{\"data\":{\"statistics\":[" + Subscriber.named("calls", "InboundCalls") + "]}}";
            default ->
                operation.id().startsWith("cometd")
                        ? "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]"
                        : Jobs.v4("all");
        };
    }
}
