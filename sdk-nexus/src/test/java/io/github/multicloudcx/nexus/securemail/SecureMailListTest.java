package io.github.multicloudcx.nexus.securemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.nexus.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecureMailListTest {
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
                    .withMessageContaining("3 pages in a row had nothing new")
                    .withMessageContaining("at index 30")
                    .withMessageNotContaining("mail.com")
                    .satisfies(e -> assertThat(e).hasMessageContaining(e.traceId()));
            assertThat(ids(seen)).isEqualTo(numbered(0, 10));
            assertThat(wire.count()).isEqualTo(4);
        }
    }

    /** The bodies differ, as they do when a mail tells its age. */
    @Test
    void mailsThatChangeDoNotHideThatTheServerIgnoresTheIndex() {
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 4; i++) {
                String age = "\"age\":" + i + ",";
                wire.answer(200, page(numbered(0, 10)).replace("\"secureMailId\"", age + "\"secureMailId\""));
            }
            List<SecureMail> seen = new ArrayList<>();
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() ->
                            wire.nexus.secureMails().list("a@mail.com").stream().forEach(seen::add));
            assertThat(ids(seen)).isEqualTo(numbered(0, 10));
        }
    }

    @Test
    void mailsWithoutIdsDoNotHideItEither() {
        String same = "{\"data\":[{\"subject\":\"a\"},{\"subject\":\"b\"}]}";
        try (Wire wire =
                new Wire().answer(200, same).answer(200, same).answer(200, same).answer(200, same)) {
            SecureMailList list = wire.nexus.secureMails().list("a@mail.com").size(2);
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> list.stream().toList());
        }
    }

    @Test
    void asManyMailsAsAPageHoldsMayArriveMeanwhile() {
        try (Wire wire = new Wire()
                .answer(200, page(numbered(0, 2)))
                .answer(200, page(numbered(0, 2)))
                .answer(200, page(numbered(0, 2)))
                .answer(200, page(List.of("2")))) {
            assertThat(streamed(wire.nexus.secureMails().list("a@mail.com").size(2)))
                    .isEqualTo(numbered(0, 3));
        }
    }

    @Test
    void aServerThatAllowsLessThanWasAskedForDoesNotEndTheList() {
        try (Wire wire = new Wire()
                .answer(200, page(numbered(0, 50)))
                .answer(200, page(numbered(50, 100)))
                .answer(200, page(numbered(100, 103)))) {
            assertThat(streamed(wire.nexus.secureMails().list("a@mail.com").size(1000)))
                    .isEqualTo(numbered(0, 103));
            wire.take();
            assertThat(wire.line()).endsWith("&index=50&count=1000");
            assertThat(wire.line()).endsWith("&index=100&count=1000");
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
}
