package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.testsupport.RandomJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Whatever a server answers, calls return it or fail as they are documented to, and no email with an id is lost. */
@Timeout(60)
class AnswersFuzzTest {
    private static final List<String> NAMES = List.of(
            "status",
            "code",
            "message",
            "detail",
            "data",
            "secureMail",
            "secureMailId",
            "id",
            "ids",
            "count",
            "selfUri",
            "referenceId",
            "operationId",
            "mediaId",
            "url",
            "length");
    private static final List<String> TEXTS = List.of("", " ", "SUCCESS", "0", "1", "FAILURE", "x");

    @RepeatedTest(10)
    void anyJsonIsReadOrRefused(RepetitionInfo repetition) {
        RandomJson random = new RandomJson(repetition.getCurrentRepetition(), NAMES, TEXTS);
        try (Wire wire = new Wire()) {
            Channel channel = wire.nexus.channel("1", ChannelCredentials.of("cc", "secret"));
            InboundMessage text = InboundMessage.text("a").from("1").to("2");
            for (int i = 0; i < 20; i++) {
                for (Operation operation : Operation.all()) {
                    wire.answer(200, random.object(3).toString());
                    survives(() -> operation.call(wire).execute());
                }
                wire.answer(200, random.object(3).toString());
                survives(() -> channel.send(text).execute());
                wire.answer(200, random.object(3).toString());
                survives(() -> channel.deleteMedia("1").execute());
            }
        }
    }

    private static void survives(Runnable call) {
        try {
            call.run();
        } catch (CxException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @RepeatedTest(10)
    void everyMailWithAnIdIsListed(RepetitionInfo repetition) {
        RandomJson random = new RandomJson(100 + repetition.getCurrentRepetition(), NAMES, TEXTS);
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 50; i++) {
                JsonNode answer = Samples.tree("{\"data\":[" + random.object(2) + "," + random.object(2) + "]}");
                wire.answer(200, answer.toString());
                List<@Nullable String> listed = wire.nexus.secureMails().list("a@mail.com").stream()
                        .map(SecureMail::id)
                        .filter(Objects::nonNull)
                        .toList();
                List<@Nullable String> due = StreamSupport.stream(
                                answer.path("data").spliterator(), false)
                        .map(mail -> new SecureMail(mail).id())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                assertThat(listed).isEqualTo(due);
            }
        }
    }
}
