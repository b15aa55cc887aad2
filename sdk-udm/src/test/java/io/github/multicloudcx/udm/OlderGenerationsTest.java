package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the older generations do not have, and how they say so. */
@SuppressWarnings("deprecation")
class OlderGenerationsTest {
    private static final Map<String, Consumer<ExportClient>> FILTERS_OF_V10 = Map.of(
            "source of jobs", client -> client.jobs().list().source("UCS"),
            "bgUpdate of jobs", client -> client.jobs().list().bgUpdate("b"),
            "source of history", client -> client.history().list().source("UCS"),
            "bgUpdate of history", client -> client.history().list().bgUpdate("b"),
            "jobId of history", client -> client.history().list().jobId(7),
            "source of files", client -> client.files().list().source("UCS"),
            "bgUpdate of files", client -> client.files().list().bgUpdate("b"),
            "historyId of files", client -> client.files().list().historyId(7));

    @Test
    void filtersThatOnlyV10HasAreRefusedBeforeAnythingIsSent() {
        try (Wire wire = new Wire()) {
            Map<String, ExportClient> older = Map.of(
                    "User Data Management v4",
                    wire.clients.v4(),
                    "Cloud Data Download v4",
                    wire.clients.dataDownload());
            older.forEach((generation, client) -> FILTERS_OF_V10.forEach(
                    (filter, call) -> assertThatExceptionOfType(UnsupportedOperationException.class)
                            .isThrownBy(() -> call.accept(client))
                            .withMessage(generation + " does not have the filter " + filter.replaceAll(" .*", "")
                                    + "; User Data Management v10 has it (UdmClient)")));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void v10TakesThem() {
        try (Wire wire = new Wire()) {
            FILTERS_OF_V10.values().forEach(call -> call.accept(wire.udm));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void everyClientTellsItsGeneration() {
        try (Wire wire = new Wire()) {
            assertThat(List.of(wire.udm, wire.clients.v4(), wire.clients.dataDownload()))
                    .extracting(Object::toString)
                    .containsExactly(
                            "UdmClient[User Data Management v10]",
                            "UdmV4Client[User Data Management v4]",
                            "DataDownloadClient[Cloud Data Download v4]");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {UdmV4Client.class, DataDownloadClient.class})
    void everyWayToAnOlderGenerationIsDeprecated(Class<? extends ExportClient> client) {
        List<String> accessors = Arrays.stream(ExportClient.class.getMethods())
                .map(Method::getName)
                .toList();
        assertThat(client).hasAnnotation(Deprecated.class);
        assertThat(client.getDeclaredMethods())
                .allMatch(method -> method.isAnnotationPresent(Deprecated.class))
                .extracting(Method::getName)
                .contains("create")
                .containsAll(accessors);
    }

    @Test
    void dataDownloadMayHaveAHostOfItsOwn() {
        try (Wire wire = new Wire().answer(200, "{\"version\":\"4\"}");
                CxClient cx = CxClient.builder()
                        .baseUrl("https://gapi.example.com")
                        .baseUrl(ApiFamily.DATA_DOWNLOAD, wire.url("/"))
                        .build()) {
            assertThat(DataDownloadClient.create(cx).version().execute().version())
                    .isEqualTo("4");
            assertThat(wire.line()).isEqualTo("GET /data-download/v3/version");
        }
    }

    @Test
    void needAConnection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UdmV4Client.create(nothing()))
                .withMessage("cx is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataDownloadClient.create(nothing()))
                .withMessage("cx is required");
    }

    private static <T> T nothing() {
        return null;
    }
}
