package io.github.multicloudcx.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.multicloudcx.auth.AuthClient;
import io.github.multicloudcx.auth.AuthorizationCallback;
import io.github.multicloudcx.auth.AuthorizationRequest;
import io.github.multicloudcx.auth.CloudUserDetails;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a user sign in with a browser and says who it is: authorization code with a callback on this machine. */
@Command(
        name = "SignInWithBrowser",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Signs a user in with a browser and prints who it is.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL                    the deployment, such as https://gapi-use1.genesyscloud.com",
            "  CX_API_KEY                     API key of the tenant",
            "  CX_CLIENT_ID, CX_CLIENT_SECRET OAuth client; http://localhost:PORT/callback must be registered for it",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:signed in", "1:not signed in; the line on standard error says why", "2:wrong use"})
public final class SignInWithBrowser implements Callable<Integer> {
    @Option(names = "--port", description = "Port of the callback on this machine. Default: ${DEFAULT-VALUE}.")
    private int port = 8089;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private long waitSeconds = 300;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    SignInWithBrowser(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new CommandLine(new SignInWithBrowser(environment, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return environment.getOrDefault("CX_BASE_URL", "").isBlank() ? signInToSandbox() : signIn(environment);
        } catch (IOException e) {
            err.println("Failed: no callback on port " + port + " (" + e.getMessage() + "); choose another --port");
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
        return 1;
    }

    private int signInToSandbox() throws IOException, InterruptedException {
        out.println("CX_BASE_URL is not set: using an embedded sandbox.");
        OAuthClient app = OAuthClient.of("browser-app", "browser-secret").withRedirectUris(redirectUri());
        try (Sandbox sandbox = Sandbox.builder().client(app).start()) {
            Map<String, String> connection = new HashMap<>(sandbox.environment());
            connection.put("CX_CLIENT_ID", app.id());
            connection.put("CX_CLIENT_SECRET", app.secret());
            out.println("Sign in as " + sandbox.username() + " with password " + sandbox.password());
            return signIn(connection);
        }
    }

    private int signIn(Map<String, String> connection) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/callback", this::receive);
        server.start();
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            AuthorizationRequest request = AuthClient.create(cx)
                    .authorizationCode(connection.getOrDefault("CX_CLIENT_ID", ""))
                    .redirectUri(redirectUri())
                    .start();
            out.println("Open this address in a browser: " + request.url());
            String callback = callbacks.poll(waitSeconds, TimeUnit.SECONDS);
            if (callback == null) {
                err.println("Failed: nobody signed in within " + waitSeconds + " s");
                return 1;
            }
            return greet(connection, request.parse(callback));
        } finally {
            server.stop(0);
        }
    }

    private int greet(Map<String, String> connection, AuthorizationCallback callback) {
        String secret = connection.getOrDefault("CX_CLIENT_SECRET", "");
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection)
                .credentials(callback.credentials(secret))
                .build()) {
            CloudUserDetails user = AuthClient.create(cx).userInfo().execute();
            out.println("Signed in as " + user.username() + " of contact center " + user.contactCenterId());
            return 0;
        }
    }

    private URI redirectUri() {
        return URI.create("http://localhost:" + port + "/callback");
    }

    /** Answers the browser before the program goes on and ends the server. */
    private void receive(HttpExchange exchange) throws IOException {
        byte[] page = "Thank you. You can close this page.".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
        callbacks.add(exchange.getRequestURI().toString());
    }
}
