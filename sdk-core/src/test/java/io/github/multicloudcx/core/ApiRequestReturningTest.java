package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.testing.ContentClients;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApiRequestReturningTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private CxClient client;

    public record Item(Integer id) {}

    @BeforeEach
    void connect() {
        client = ContentClients.client(server);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aValueComesOnAllThreeWays() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(ContentClients.json("{\"id\":1}"));
        }
        Call<Item> call = get().returning(Item.class);
        Future<Item> later = call.executeAsync();
        assertThat(later.get()).isEqualTo(new Item(1));
        assertThat(call.execute()).isEqualTo(new Item(1));
        assertThat(call.executeForResponse().text()).isEqualTo("{\"id\":1}");
    }

    @Test
    void openJsonIsAValueToo() {
        server.enqueue(ContentClients.json("{\"id\":1}"));
        assertThat(get().returning(JsonNode.class).execute().path("id").asInt()).isEqualTo(1);
    }

    @Test
    void openJsonComesWhateverItIs() {
        server.enqueue(ContentClients.json("[1,{\"a\":null}]"));
        server.enqueue(ContentClients.json("null"));
        server.enqueue(new MockResponse.Builder().code(204).build());
        assertThat(get().returningJson().execute()).hasToString("[1,{\"a\":null}]");
        assertThat(get().returningJson().execute().isNull()).isTrue();
        assertThat(get().returningJson().execute().isMissingNode()).isTrue();
    }

    @Test
    void openJsonIsNoPage() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body("<html></html>")
                .build());
        assertThatThrownBy(get().returningJson()::execute)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("HTML");
    }

    @Test
    void aListComes() {
        server.enqueue(ContentClients.json("[{\"id\":1},{\"id\":2}]"));
        assertThat(get().returningList(Item.class).execute()).containsExactly(new Item(1), new Item(2));
    }

    @Test
    void oneComesInPlaceOfMany() {
        server.enqueue(ContentClients.json("{\"id\":1}"));
        assertThat(get().returningOneOrMany(Item.class).execute()).isEqualTo(List.of(new Item(1)));
    }

    @Test
    void nothingComes() {
        server.enqueue(new MockResponse.Builder().code(204).build());
        assertThat((Object) client.request().delete("/x").returningNothing().execute())
                .isNull();
    }

    @Test
    void nothingIsNoErrorPage() {
        server.enqueue(new MockResponse.Builder().body("<html>sorry</html>").build());
        assertThatThrownBy(() -> get().returningNothing().execute())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("an HTML page where JSON was due; check the base URL");
    }

    @Test
    void nothingIsNoErrorEnvelope() {
        server.enqueue(ContentClients.json("{\"status\":{\"code\":104,\"message\":\"expired\"}}"));
        assertThatThrownBy(() -> get().returningNothing().execute())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("expired (code 104)");
    }

    @Test
    void aTextComes() {
        server.enqueue(new MockResponse.Builder().body("\"quoted\"").build());
        server.enqueue(new MockResponse.Builder().body("as it is").build());
        assertThat(get().returningText().execute()).isEqualTo("quoted");
        assertThat(get().returningText().execute()).isEqualTo("as it is");
    }

    @Test
    void aHeaderComes() {
        server.enqueue(new MockResponse.Builder()
                .code(201)
                .setHeader("Location", "/x/7")
                .build());
        assertThat(get().returningHeader("location").execute()).isEqualTo("/x/7");
    }

    @Test
    void aHeaderThatIsMissingIsAnError() {
        server.enqueue(new MockResponse.Builder().code(201).build());
        assertThatThrownBy(() -> get().returningHeader("Location").execute())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("the header Location is missing");
    }

    @Test
    void aRedirectComesAsAnAddressAndIsNotFollowed() {
        redirect("https://other.example.com/x?sig=1");
        redirect("/local?a=b");
        assertThat(get().returningRedirect().execute()).isEqualTo("https://other.example.com/x?sig=1");
        assertThat(get().returningRedirect().execute())
                .isEqualTo(server.url("/local?a=b").toString());
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aRedirectThatIsNoneIsAnError() {
        server.enqueue(new MockResponse.Builder().code(303).build());
        server.enqueue(ContentClients.json("{}"));
        for (int status : new int[] {303, 200}) {
            assertThatThrownBy(() -> get().returningRedirect().execute())
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("status " + status + " without a usable Location header");
        }
    }

    @Test
    void aRedirectFromHttpsToPlainHttpIsRefused() throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(trust.sslSocketFactory());
            secure.start();
            secure.setDispatcher(ContentClients.seeOther(() -> "http://plain.example.com/?sig=SIGNED"));
            OkHttpClient trusting = new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                    .build();
            try (CxClient other =
                    ContentClients.builder(secure).okHttpClient(trusting).build()) {
                assertThatThrownBy(() ->
                                other.request().get("/x").returningRedirect().execute())
                        .isInstanceOf(DecodeException.class)
                        .hasMessageNotContaining("SIGNED");
            }
        }
    }

    @Test
    void aRedirectWhereAValueWasDueIsAnError() {
        redirect("https://other.example.com/x?sig=SIGNED");
        assertThatThrownBy(() -> get().returning(Item.class).execute())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("redirects are not followed")
                .hasMessageNotContaining("SIGNED");
    }

    private ApiRequest get() {
        return client.request().get("/x");
    }

    private void redirect(String location) {
        server.enqueue(new MockResponse.Builder()
                .code(303)
                .setHeader("Location", location)
                .build());
    }
}
