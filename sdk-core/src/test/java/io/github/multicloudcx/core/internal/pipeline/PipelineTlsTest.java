package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.testing.WireRawServer;
import io.github.multicloudcx.core.testing.WireServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineTlsTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static CxException post(CxClient client) {
        Call<JsonNode> call = client.request().post("/things").returning(JsonNode.class);
        return catchThrowableOfType(CxException.class, call::execute);
    }

    private CxException post(WireRawServer raw) {
        return post(server.client(builder -> builder.baseUrl("https://127.0.0.1:" + raw.port())));
    }

    @Test
    void aConnectionThatIsCutDuringTheTlsHandshakeHasSentNothingAndIsRepeatedForAnyMethod() {
        try (WireRawServer raw = new WireRawServer(false, "")) {
            CxException e = post(raw);
            assertThat(e).isInstanceOf(ConnectionException.class).hasMessageStartingWith("No connection to https://");
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            assertThat(e.attempts()).hasSize(3);
        }
    }

    @Test
    void aPortThatDoesNotSpeakTlsIsNamed() {
        try (WireRawServer raw = new WireRawServer(false, "HTTP/1.1 400 Bad Request\r\n\r\n")) {
            CxException e = post(raw);
            assertThat(e)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("(TLS failure)")
                    .hasMessageContaining("check that the port speaks TLS and which versions it allows");
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
        }
    }

    @Test
    void anUntrustedCertificateIsNeverRetriedAndSaysSo() {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(own).build();
        try (WireServer tls = new WireServer(mock -> mock.useHttps(certificates.sslSocketFactory()))) {
            CxException e = post(tls.client());
            assertThat(e)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("(certificate not trusted)")
                    .hasMessageContaining("trust it in the OkHttpClient or correct the host name");
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            assertThat(e.attempts()).hasSize(1);
        }
    }

    @Test
    void aCertificateForAnotherHostIsNeverRetriedEither() {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("elsewhere.example.com")
                .build();
        HandshakeCertificates ofServer =
                new HandshakeCertificates.Builder().heldCertificate(other).build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(other.certificate())
                .build();
        OkHttpClient okHttp = new OkHttpClient.Builder()
                .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                .build();
        try (WireServer tls = new WireServer(mock -> mock.useHttps(ofServer.sslSocketFactory()))) {
            CxException e = post(tls.client(builder -> builder.okHttpClient(okHttp)));
            assertThat(e).hasMessageContaining("(certificate not trusted)");
            assertThat(e.attempts()).hasSize(1);
        }
    }
}
