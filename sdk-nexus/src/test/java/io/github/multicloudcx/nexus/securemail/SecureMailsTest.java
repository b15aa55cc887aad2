package io.github.multicloudcx.nexus.securemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SecureMailsTest {
    /** E5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secureMailId\":\"1\",\"selfUri\":\"/1\",\"referenceId\":\"r\",\"operationId\":{\"o\":1}}",
                "{\"data\":{\"secureMailId\":\"1\",\"selfUri\":\"/1\"},\"referenceId\":\"r\",\"operationId\":{\"o\":1}}",
                "{\"status\":{\"code\":\"SUCCESS\"},\"data\":{\"secureMailId\":1,\"selfUri\":\"/1\"},\"referenceId\":\"r\",\"operationId\":{\"o\":1}}"
            })
    void whatSendingAnswersIsReadAtBothPlaces(String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            assertThat(wire.nexus.secureMails().send(Map.of()).call().execute())
                    .isEqualTo(new SentSecureMail("1", "/1", Samples.tree("\"r\""), Samples.tree("{\"o\":1}")));
        }
    }

    @Test
    void whatIsSentIsOpenJsonAndTakenWhenItIsGiven() {
        try (Wire wire = new Wire().answer(200, "{}").answer(200, "{}")) {
            var data = (com.fasterxml.jackson.databind.node.ObjectNode) Samples.tree("{\"text\":\"a\"}");
            SendSecureMail send = wire.nexus.secureMails().send(data);
            data.put("text", "b");
            send.call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":{\"text\":\"a\"}}");
            wire.nexus.secureMails().send("just a text").call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":\"just a text\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"20 | 20", "'20' | 20", "'x' | ", "2.5 | ", "null | ", "{} | "})
    void aCountIsANumberOrUnknown(String json, @Nullable Long count) {
        try (Wire wire = new Wire()
                .answer(200, ("{'status':{'code':'SUCCESS'},'data':{'count':" + json + "}}").replace('\'', '"'))) {
            assertThat(wire.nexus.secureMails().count("a@mail.com").call().execute())
                    .isEqualTo(new SecureMailCount(count));
        }
    }

    /** E3 and E4. */
    @Test
    void contentAndUserDataAreOpenJsonAndWhatADeletionAnswersDoesNotMatter() {
        try (Wire wire = new Wire()
                .answer(200, "{\"status\":{\"code\":\"SUCCESS\"},\"secureMail\":{\"id\":\"1\",\"x\":[1]}}")
                .answer(200, "{\"status\":{\"code\":\"SUCCESS\"},\"data\":{\"a\":{\"b\":1}}}")
                .answer(200, "{\"status\":{\"code\":\"SUCCESS\"},\"secureMail\":7}")) {
            SecureMail mail = wire.nexus.secureMails().get("1").execute();
            assertThat(mail.json()).isEqualTo(Samples.tree("{\"id\":\"1\",\"x\":[1]}"));
            assertThat(mail.id()).isEqualTo("1");
            assertThat(wire.nexus.secureMails().userData("1").execute()).isEqualTo(Samples.tree("{\"a\":{\"b\":1}}"));
            assertThat(wire.nexus.secureMails().remove("1", Removal.READ).execute())
                    .isNull();
            wire.take();
            wire.take();
            assertThat(wire.line()).isEqualTo("DELETE /nexus/v3/securemail/1?remove=read");
        }
    }

    @Test
    void whatMayHaveMarkedAMailSaysSo() {
        String marked = "may have been carried out";
        try (Wire wire = new Wire(RetryPolicy.standard())
                .empty(500)
                .empty(404)
                .empty(500)
                .empty(404)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(
                            () -> wire.nexus.secureMails().getAndMarkRead("1").execute())
                    .withMessageContaining(marked)
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> wire.nexus.secureMails().get("1").execute())
                    .withMessageNotContaining(marked)
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.REJECTED));
        }
    }

    @ParameterizedTest
    @CsvSource({"READ, may have marked it as read", "DELETE, may have deleted it", "PURGE, may have deleted it"})
    void aRepeatedRemovalThatFindsNothingSaysWhatItMayHaveDone(Removal how, String words) {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(500).empty(404)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> wire.nexus.secureMails().remove("1", how).execute())
                    .withMessageContaining("an earlier attempt of this call " + words);
        }
    }

    @Test
    void aMailIsNotShownWithItsContent() {
        assertThat(new SecureMail(Samples.tree("{\"from\":\"a@mail.com\"}"))).hasToString("SecureMail");
    }

    /** E8. */
    @Test
    void onlyTheThreeWaysOfRemovingAreSent() {
        assertThat(Removal.values()).extracting(Removal::value).containsExactly("read", "delete", "purge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "@",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b c",
                "a@b\n",
                "a\u0000@b",
                "a@b\u00a0c",
                "a\u2003@b",
                "a\ud800@b"
            })
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.nexus.secureMails().list(address))
                    .withMessageStartingWith("address ")
                    .satisfies(e -> assertThat(
                                    address.length() > 3 && e.getMessage().contains(address))
                            .isFalse());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.nexus.secureMails().count(address))
                    .withMessageStartingWith("address ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "12345678901234567", "a b", "a-b-c", "äbc", "abc\n", "\uff41bc", "٣٤٥"})
    void whatIsNoSecureboxIsRefused(String name) {
        try (Wire wire = new Wire()) {
            SecureMails mails = wire.nexus.secureMails();
            for (Runnable call : List.<Runnable>of(
                    () -> mails.list("a@mail.com").securebox(name),
                    () -> mails.count("a@mail.com").securebox(name),
                    () -> mails.send(Map.of()).securebox(name))) {
                assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith("securebox ");
            }
        }
    }

    @Test
    void otherBadInputIsRefusedByName() {
        try (Wire wire = new Wire()) {
            SecureMails mails = wire.nexus.secureMails();
            refused("status", () -> mails.list("a@mail.com").status(null));
            refused("status", () -> new SecureMailStatus(" "));
            refused("from", () -> mails.list("a@mail.com").from(-1));
            refused("size", () -> mails.list("a@mail.com").size(0));
            refused("data", () -> mails.send(null));
            refused("operationId", () -> mails.send(1).operationId(""));
            refused("secureMailId", () -> mails.get(" "));
            refused("secureMailId", () -> mails.getAndMarkRead(null));
            refused("secureMailId", () -> mails.remove("..", Removal.PURGE));
            refused("how", () -> mails.remove("1", null));
            refused("secureMailId", () -> mails.userData("."));
            assertThat(wire.count()).isZero();
            assertThat(mails.list("a@mail.com") + " " + mails.count("a@mail.com") + " " + mails.send("a@mail.com"))
                    .isEqualTo("SecureMailList CountSecureMails SendSecureMail");
        }
    }

    private static void refused(String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(name);
    }
}
