package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log at its most talkative; {@code simplelogger.properties} says where it goes. */
@Timeout(60)
class WireLogTest {
    private static final Path LOG = Path.of("target", "test.log");

    @StartStop
    final MockWebServer server = new MockWebServer();

    private CxClient cx;
    private AuthClient auth;

    @BeforeEach
    void connect() {
        cx = CxClient.builder()
                .baseUrl(server.url("/").toString())
                .apiKey("logged-api-key")
                .credentials(Credentials.bearer("logged-access-token"))
                .build();
        auth = AuthClient.create(cx);
    }

    @AfterEach
    void disconnect() {
        cx.close();
    }

    @Test
    void theJwtIsNotLogged() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-GWS-User", "logged.jwt.value")
                .build());

        String trace = auth.jwtUserInfo().executeForResponse().traceId();

        assertThat(lines(trace)).anyMatch(line -> line.contains("x-gws-user") || line.contains("X-GWS-User"));
        assertNotLogged("logged.jwt.value");
    }

    @Test
    void passwordsAreNotLogged() throws IOException {
        server.enqueue(DocumentedOperation.CHANGE_PASSWORD.success());
        PasswordChange change = PasswordChange.builder()
                .oldPassword("logged-old\"password")
                .newPassword("logged-new-password")
                .build();

        String trace = auth.changePassword(change).executeForResponse().traceId();

        assertThat(lines(trace)).anyMatch(line -> line.contains("\"newPassword\":\"****\""));
        assertNotLogged("logged-old", "logged-new-password", "logged-access-token", "logged-api-key");
    }

    @Test
    void theQueryOfASignOutRedirectIsNotLogged() throws IOException {
        server.enqueue(Answers.redirect(302, "https://app.example.com/bye?ticket=logged-ticket"));

        String trace = auth.signOutWithRedirect(URI.create("https://app.example.com/bye"))
                .executeForResponse()
                .traceId();

        assertThat(lines(trace)).anyMatch(line -> line.contains("https://app.example.com/bye?****"));
        assertNotLogged("logged-ticket");
    }

    private static List<String> lines(String trace) throws IOException {
        return Files.readAllLines(LOG).stream()
                .filter(line -> line.contains(trace))
                .toList();
    }

    private static void assertNotLogged(String... secrets) throws IOException {
        assertThat(Files.readString(LOG)).doesNotContain(secrets);
    }
}
