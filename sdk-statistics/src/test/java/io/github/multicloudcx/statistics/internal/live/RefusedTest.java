package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.CometdException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.cometd.common.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {
    private static final CxException BROKEN = new ConnectionException("cut", null, new ErrorContext(Fate.NOT_SENT));

    private static Message reply(String field, Object value) {
        HashMapMessage reply = new HashMapMessage();
        reply.setChannel("/meta/handshake");
        reply.put(field, value);
        return reply;
    }

    @ParameterizedTest
    @CsvSource({
        "403::Handshake denied, 403::Handshake denied",
        "'402:x:Unknown\r\nclient\t!', 402:x:Unknown client !",
        "'  padded  ', padded",
        "'line\u2028end\u2029of\u0085it', line end of it"
    })
    void whatTheServerSaidBecomesOneLine(String said, String told) {
        assertThat(Refused.reason(reply("error", said)))
                .asInstanceOf(InstanceOfAssertFactories.type(CometdException.class))
                .satisfies(reason -> {
                    assertThat(reason).hasMessage("CometD refused /meta/handshake: " + told);
                    assertThat(reason.fate()).isEqualTo(Fate.REJECTED);
                });
    }

    @Test
    void aServerThatGivesNoReasonIsQuotedSo() {
        assertThat(Refused.reason(reply("successful", false)))
                .hasMessage("CometD refused /meta/handshake: no reason given");
    }

    @Test
    void aReasonThatIsNoTextIsShownAsItIs() {
        assertThat(Refused.reason(reply("error", Map.of("code", 5))))
                .hasMessage("CometD refused /meta/handshake: {code=5}");
    }

    @Test
    void aLongReasonIsCut() {
        assertThat(Refused.reason(reply("error", "xy ".repeat(5000))))
                .hasMessage("CometD refused /meta/handshake: " + "xy ".repeat(66) + "xy...");
    }

    @Test
    void whatTheTransportMetWinsOverTheWordsOfTheReply() {
        Map<String, Object> failure = new HashMap<>();
        failure.put("exception", new TransportException(BROKEN, Map.of()));
        Message reply = reply("failure", failure);
        reply.put("error", "something");
        assertThat(Refused.reason(reply)).isSameAs(BROKEN);
    }

    @Test
    void aFailureWithoutAnExceptionLeavesTheWordsOfTheReply() {
        Message reply = reply("failure", Map.of("httpCode", 500));
        reply.put("error", "something");
        assertThat(Refused.reason(reply)).hasMessageEndingWith(": something");
    }

    @Test
    void errorsOfOursAreToldAsTheyAre() {
        assertThat(Refused.cause(BROKEN)).isSameAs(BROKEN);
        assertThat(Refused.cause(new TransportException(BROKEN, Map.of()))).isSameAs(BROKEN);
    }

    @Test
    void anythingElseBecomesTheCauseOfAnErrorOfOursThatTellsItsKindOnly() {
        IOException abort = new IOException("with a secret");
        TransportException bare = new TransportException(Map.of());
        for (Throwable failure : new Throwable[] {abort, new TransportException(abort, Map.of()), bare}) {
            assertThat(Refused.cause(failure))
                    .asInstanceOf(InstanceOfAssertFactories.type(CometdException.class))
                    .satisfies(told -> {
                        assertThat(told)
                                .hasMessage(
                                        failure == bare
                                                ? "The CometD connection ended"
                                                : "The CometD connection failed with java.io.IOException");
                        assertThat(told.fate()).isEqualTo(Fate.UNKNOWN);
                        assertThat(told.getCause()).isSameAs(failure == bare ? bare : abort);
                    });
        }
    }

    @Test
    void whatMayBeATokenIsNotRepeated() {
        assertThat(Refused.reason(reply("error", "401::bad token 5f3a9c2b7d8e4f6a1b0c9d8e7f6a5b4c")))
                .hasMessage("CometD refused /meta/handshake: 401::bad token ****");
    }
}
