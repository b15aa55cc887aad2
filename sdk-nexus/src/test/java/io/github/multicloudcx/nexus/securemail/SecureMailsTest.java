package io.github.multicloudcx.nexus.securemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SecureMailsTest {
    private static String page(List<String> ids) {
        return ids.stream()
                .map(id -> "{\"secureMailId\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"status\":{\"code\":\"SUCCESS\"},\"data\":[", "]}"));
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<@Nullable String> ids(List<SecureMail> mails) {
        return mails.stream().map(SecureMail::id).toList();
    }

    private static List<@Nullable String> streamed(SecureMailList list) {
        return ids(list.stream().toList());
    }

    @Test
    void pagesFollowUntilOneIsNotFull() {
        try (Wire wire = new Wire().answer(200, page(numbered(0, 10))).answer(200, page(numbered(10, 13)))) {
            assertThat(streamed(wire.nexus.secureMails().list("a@mail.com"))).isEqualTo(numbered(0, 13));
            assertThat(wire.line()).isEqualTo("GET /nexus/v3/securemail?address=a%40mail.com");
            assertThat(wire.line()).isEqualTo("GET /nexus/v3/securemail?address=a%40mail.com&index=10");
            assertThat(wire.count()).isEqualTo(2);
        }
    }

    @Test
    void aListThatEndsWithAFullPageIsEndedByAnEmptyOne() {
        try (Wire wire = new Wire().answer(200, page(numbered(0, 2))).answer(200, page(List.of()))) {
            assertThat(streamed(wire.nexus
                            .secureMails()
                            .list("a@mail.com")
                            .status(SecureMailStatus.UNREAD)
                            .securebox("Sales1")
                            .from(4)
                            .size(2)))
                    .isEqualTo(numbered(0, 2));
            String rest = "&count=2&securebox=Sales1";
            assertThat(wire.line()).endsWith("?address=a%40mail.com&status=unread&index=4" + rest);
            assertThat(wire.line()).endsWith("?address=a%40mail.com&status=unread&index=6" + rest);
        }
    }

    @Test
    void aPageTellsWhereTheNextOneBegins() {
        try (Wire wire = new Wire().answer(200, page(numbered(0, 10))).answer(200, page(numbered(10, 13)))) {
            SecureMailList list = wire.nexus.secureMails().list("a@mail.com");
            Page<SecureMail> first = list.page().execute();
            assertThat(first.next()).isEqualTo(10);
            assertThat(first.count()).isNull();
            Page<SecureMail> last = list.from(first.next()).page().execute();
            assertThat(last.from()).isEqualTo(10);
            assertThat(last.hasNext()).isFalse();
        }
    }

    @Test
    void mailsThatArriveMeanwhileShiftTheOthersAndNoneComesTwice() {
        try (Wire wire = new Wire()
                .answer(200, page(numbered(0, 4)))
                .answer(200, page(List.of("2", "3", "4", "5")))
                .answer(200, page(List.of("5")))) {
            assertThat(streamed(wire.nexus.secureMails().list("a@mail.com").size(4)))
                    .isEqualTo(numbered(0, 6));
        }
    }

    @Test
    void aMailWithoutAnIdIsNeverLeftOut() {
        try (Wire wire = new Wire()
                .answer(200, "{\"data\":[{\"subject\":\"a\"},{\"subject\":\"a\"},null,{\"id\":7}]}")
                .answer(200, "{\"data\":[{\"subject\":\"a\"},{\"id\":\"7\"}]}")) {
            List<SecureMail> mails =
                    wire.nexus.secureMails().list("a@mail.com").size(4).stream().toList();
            assertThat(ids(mails)).isEqualTo(Arrays.asList(null, null, "7", null));
        }
    }

    @Test
    void nothingIsAskedForBeforeItIsNeeded() {
        try (Wire wire = new Wire().answer(200, page(numbered(0, 10)))) {
            var stream = wire.nexus.secureMails().list("a@mail.com").stream();
            assertThat(wire.count()).isZero();
            assertThat(stream.limit(10).count()).isEqualTo(10);
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIgnoresTheIndexIsNoEndlessList() {
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 4; i++) {
                wire.answer(200, page(numbered(0, 10)));
            }
            List<SecureMail> seen = new ArrayList<>();
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() ->
                            wire.nexus.secureMails().list("a@mail.com").stream().forEach(seen::add))
                    .withMessageContaining("the same page came 4 times in a row")
                    .withMessageContaining("at index 30")
                    .withMessageNotContaining("mail.com");
            assertThat(ids(seen)).isEqualTo(numbered(0, 10));
            assertThat(wire.count()).isEqualTo(4);
        }
    }

    @Test
    void whatFailsInTheMiddleComesAfterWhatWasRead() {
        try (Wire wire = new Wire().answer(200, page(numbered(0, 10))).empty(404)) {
            List<SecureMail> seen = new ArrayList<>();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() ->
                            wire.nexus.secureMails().list("a@mail.com").stream().forEach(seen::add));
            assertThat(seen).hasSize(10);
        }
    }

    /** A mailbox in which mails arrive while it is read. */
    @RepeatedTest(20)
    void everyMailThatIsThereAllTheTimeIsListedOnce(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> box = new ArrayList<>(numbered(0, random.nextInt(40)));
        List<String> before = List.copyOf(box);
        int size = 1 + random.nextInt(12);
        try (Wire wire = new Wire()) {
            wire.server.setDispatcher(new mockwebserver3.Dispatcher() {
                private int arrived;

                @Override
                public mockwebserver3.MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                    String target = request.getTarget();
                    int index = target.contains("index=")
                            ? Integer.parseInt(target.replaceAll(".*index=(\\d+).*", "$1"))
                            : 0;
                    List<String> rest = box.subList(Math.min(index, box.size()), Math.min(index + size, box.size()));
                    String body = page(rest);
                    for (int i = random.nextInt(size); i > 0 && arrived < 100; i--) {
                        box.add(0, "new " + arrived++);
                    }
                    return new mockwebserver3.MockResponse.Builder()
                            .addHeader("Content-Type", "application/json")
                            .body(body)
                            .build();
                }
            });
            List<@Nullable String> listed =
                    streamed(wire.nexus.secureMails().list("a@mail.com").size(size));
            assertThat(listed).doesNotHaveDuplicates().containsAll(before);
        }
    }

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
                "a\u2003@b"
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
