package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignInWithBrowserTest {
    private static final Pattern ADDRESS = Pattern.compile("Open this address in a browser: (.*state=([^&]+).*)");

    private final Output err = new Output();

    @Test
    void greetsTheUserWhoSignedIn() throws IOException, InterruptedException {
        int port = freePort();
        URI redirect = URI.create("http://localhost:" + port + "/callback");
        OAuthClient app = OAuthClient.of("browser-app", "browser-secret").withRedirectUris(redirect);
        try (Sandbox sandbox = Sandbox.builder().client(app).start();
                PipedInputStream in = new PipedInputStream(64 * 1024);
                PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
                BufferedReader printed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var program = CompletableFuture.supplyAsync(() -> SignInWithBrowser.run(
                    new String[] {"--port", Integer.toString(port)}, environment(sandbox, app), out, err.stream()));
            Matcher address = ADDRESS.matcher(printed.readLine());
            assertThat(address.matches()).isTrue();
            assertThat(address.group(1)).startsWith(sandbox.baseUrl() + "/auth/v3/oauth/authorize?");

            String code = sandbox.oauth().authorizationCode(redirect.toString());
            open(redirect + "?code=" + code + "&state=" + address.group(2));

            assertThat(printed.readLine()).startsWith("Signed in as ").contains("demo");
            assertThat(program.join()).isZero();
            assertThat(err.text()).isEmpty();
        }
    }

    @Test
    void aForeignStateIsRefused() throws IOException, InterruptedException {
        int port = freePort();
        try (PipedInputStream in = new PipedInputStream(64 * 1024);
                PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
                BufferedReader printed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, String> environment = Map.of(
                    "CX_BASE_URL", "http://127.0.0.1:1", "CX_CLIENT_ID", "browser-app", "CX_CLIENT_SECRET", "secret");
            var program = CompletableFuture.supplyAsync(() -> SignInWithBrowser.run(
                    new String[] {"--port", Integer.toString(port)}, environment, out, err.stream()));
            assertThat(printed.readLine()).startsWith("Open this address");
            open("http://localhost:" + port + "/callback?code=stolen&state=foreign");
            assertThat(program.join()).isEqualTo(1);
            assertThat(err.text()).startsWith("Failed: ").contains("state").doesNotContain("stolen");
        }
    }

    @Test
    void nobodySigningInIsAnEnd() throws IOException {
        Output out = new Output();
        int code = SignInWithBrowser.run(
                new String[] {"--port", Integer.toString(freePort()), "--wait", "0"},
                Map.of(),
                out.stream(),
                err.stream());
        assertThat(code).isEqualTo(1);
        assertThat(err.text()).contains("nobody signed in");
        assertThat(out.text()).contains("embedded sandbox", "Sign in as ");
    }

    private static Map<String, String> environment(Sandbox sandbox, OAuthClient app) {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("CX_CLIENT_ID", app.id());
        environment.put("CX_CLIENT_SECRET", app.secret());
        return environment;
    }

    private static void open(String address) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertThat(answer.body()).contains("You can close this page");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
