package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.testing.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WithErrorsTest {
    private static final String PARTLY = "{\"status\":{\"code\":2},\"errors\":[{\"code\":7,\"message\":\"m\"},"
            + "{\"status\":{\"code\":8}}],\"data\":{\"id\":1}}";

    private final WireServer server = new WireServer();

    record Item(Integer id) {}

    @AfterEach
    void close() {
        server.close();
    }

    private ApiRequest request() {
        return server.client().api(ApiFamily.STATISTICS).get("/x");
    }

    @Test
    void theValueComesWithWhatFailed() {
        server.answer(200, PARTLY);
        WithErrors<Item> read = request().returningWithErrors(Item.class).execute();
        assertThat(read.value()).isEqualTo(new Item(1));
        assertThat(read.errors()).extracting(ResponseStatus::code).containsExactly("7", "8");
    }

    @Test
    void theWholeAnswerHasTheTextToo() {
        server.answer(200, PARTLY);
        ApiResponse<WithErrors<Item>> response =
                request().returningWithErrors(Item.class).executeForResponse();
        assertThat(response.text()).isEqualTo(PARTLY);
        assertThat(response.errors()).isEqualTo(response.value().errors()).hasSize(2);
        assertThat(response.envelope().partial()).isTrue();
    }

    @Test
    void neitherItsTextNorThatOfARequestShowsWhatMayBeSecret() {
        server.answer(200, PARTLY.replace("1}}", "4711}}"));
        assertThat(request().returningWithErrors(Item.class).execute().toString())
                .isEqualTo("WithErrors[errors=2]");
        assertThat(request().query("q", "hidden").secret("hidden").returningWithErrors(Item.class))
                .hasToString("Call[GET /statistics/v3/x]");
    }

    @Test
    void nothingFailedIsNoErrors() {
        server.answer(200, "{\"status\":{\"code\":0},\"data\":{\"id\":1}}");
        assertThat(request().returningWithErrors(Item.class).execute())
                .isEqualTo(new WithErrors<>(new Item(1), List.of()));
    }

    @Test
    void aRefusalIsStillARefusal() {
        server.answer(200, "{\"data\":{\"id\":\"x\"},\"status\":{\"code\":7}}");
        assertThatThrownBy(request().returningWithErrors(Item.class)::execute)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("7"));
    }

    @Test
    void theErrorsAreACopy() {
        List<ResponseStatus> errors = new ArrayList<>(List.of(new ResponseStatus("7", null, null)));
        WithErrors<String> with = new WithErrors<>("x", errors);
        errors.clear();
        assertThat(with.errors()).hasSize(1);
        assertThatThrownBy(with.errors()::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String huge() {
        return IntStream.range(0, 300_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aHugeListIsMadeIntoSomethingElse() {
        String body = huge();
        server.answer(200, body).answer(200, body);
        Call<Integer> size =
                server.client().request().get("/x").returningList(Integer.class).map(List::size);
        assertThat(size.execute()).isEqualTo(300_000);
        assertThat(size.executeForResponse().text()).isEqualTo(body);
    }

    @Test
    void whatIsMadeOfTheWholeAnswerSeesItsText() {
        String body = huge();
        server.answer(200, body).answer(200, body).answer(200, body);
        Call<String> text =
                server.client().request().get("/x").returningList(Integer.class).mapResponse(ApiResponse::text);
        assertThat(text.execute()).isEqualTo(body);
        assertThat(text.executeAsync().join()).isEqualTo(body);
        assertThat(text.map(String::length).execute()).isEqualTo(body.length());
    }
}
