package io.github.multicloudcx.core.internal.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.testing.BrokenSource;
import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBodyTest {
    private static final String LONG = "{\"a\":\"" + "x".repeat(3 * AnswerBody.SHOWN) + "\"}";

    private static AnswerBody body(String text, long limit, boolean whole) throws IOException {
        return new AnswerBody(new Buffer().writeUtf8(text), text.length(), limit, whole);
    }

    private static AnswerBody unbound(String text, boolean whole) throws IOException {
        return body(text, Long.MAX_VALUE, whole);
    }

    @Test
    void allOfItIsKeptForThoseWhoWantIt() throws Exception {
        AnswerBody body = unbound(LONG, true);
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(LONG);
        assertThat(body.whole()).isTrue();
        assertThat(body.text()).isEqualTo(LONG);
        assertThat(body.shown()).isEqualTo(LONG);
    }

    @Test
    void otherwiseTheBeginningIsKept() throws Exception {
        AnswerBody body = unbound(LONG, false);
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(LONG);
        assertThat(body.whole()).isFalse();
        assertThat(body.text()).isEqualTo(LONG.substring(0, AnswerBody.SHOWN));
        assertThat(body.shown()).isEqualTo(LONG.substring(0, AnswerBody.SHOWN));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsShownIsReadWhenNobodyHasReadIt(boolean whole) throws Exception {
        assertThat(unbound("abc", whole).shown()).isEqualTo("abc");
        assertThat(unbound(LONG, whole).shown()).startsWith(LONG.substring(0, AnswerBody.SHOWN));
        AnswerBody begun = unbound("abc", whole);
        assertThat(begun.read()).isEqualTo('a');
        assertThat(begun.text()).isEqualTo("a");
        assertThat(begun.shown()).isEqualTo("abc");
        assertThat(begun.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void singleBytesAreKeptToo(boolean whole) throws Exception {
        AnswerBody body = unbound("\u00e9!", whole);
        assertThat(new int[] {body.read(), body.read(), body.read(), body.read()})
                .containsExactly(0xc3, 0xa9, '!', -1);
        assertThat(body.text()).isEqualTo("\u00e9!");
    }

    @Test
    void readToTheEndItIsAllThere() throws Exception {
        AnswerBody body = unbound(LONG, true);
        assertThat(body.read()).isEqualTo('{');
        body.readToTheEnd();
        assertThat(body.text()).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyMayHaveAsManyBytesAsTheLimitAndNotOneMore(boolean whole) throws Exception {
        for (String text : new String[] {"abc", " ".repeat(20_000), "x".repeat(40_000)}) {
            body(text, text.length(), whole).readToTheEnd();
            assertThatThrownBy(() -> body(text, text.length() - 1, whole).readToTheEnd())
                    .isInstanceOf(AnswerBody.TooLong.class)
                    .hasMessageContaining("larger than " + (text.length() - 1) + " bytes");
        }
        body("", 0, whole).readToTheEnd();
        assertThatThrownBy(() -> body(" ", 0, whole)).isInstanceOf(AnswerBody.TooLong.class);
    }

    @Test
    void aBodyThatIsTooLongIsToldByTheCheckToo() throws Exception {
        AnswerBody body = body("abcd", 3, false);
        assertThatThrownBy(body::readToTheEnd).isInstanceOf(AnswerBody.TooLong.class);
        assertThatThrownBy(body::check).isInstanceOf(AnswerBody.TooLong.class);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' \t\r\n', 0", "'  {}', 123", "x, 120", "' <', 60"})
    void theFirstByteIsFoundBehindWhiteSpaceAndStillRead(String text, int first) throws Exception {
        AnswerBody body = unbound(text, true);
        assertThat(body.first()).isEqualTo((byte) first);
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(text);
    }

    @Test
    void theFirstByteMayBeNoAscii() throws Exception {
        assertThat(unbound(" \u00e9", true).first()).isEqualTo((byte) 0xc3);
    }

    @Test
    void whiteSpaceThatGoesOnForLongIsNoContent() throws Exception {
        AnswerBody body = unbound(" ".repeat(100_000), false);
        assertThat(body.first()).isZero();
        assertThat(body.readAllBytes()).hasSize(100_000);
    }

    @Test
    void whatBrokeIsThrownByTheCheck() throws Exception {
        IOException cut = new IOException("cut");
        AnswerBody body = new AnswerBody(BrokenSource.after("[1,2", cut), -1, Long.MAX_VALUE, false);
        body.check();
        assertThatThrownBy(body::readToTheEnd).isSameAs(cut);
        assertThatThrownBy(body::check).isSameAs(cut);
        assertThat(body.text()).isEqualTo("[1,2");
    }

    @Test
    void whatBreaksBeforeEnoughCanBeShownIsThrownAndStaysBroken() throws Exception {
        IOException cut = new IOException("cut");
        AnswerBody body = new AnswerBody(BrokenSource.after("[1,2", cut), 99, Long.MAX_VALUE, true);
        assertThatThrownBy(body::shown).isSameAs(cut);
        assertThatThrownBy(body::read).isSameAs(cut);
        assertThat(body.text()).isEqualTo("[1,2");
    }

    @Test
    void whatBreaksBeforeTheFirstByteIsThrownAtOnce() {
        IOException cut = new IOException("cut");
        assertThatThrownBy(() -> new AnswerBody(BrokenSource.after("  ", cut), -1, Long.MAX_VALUE, true))
                .isSameAs(cut);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 1_000_000, Integer.MAX_VALUE + 1L, Long.MAX_VALUE})
    void whatTheServerSaysOfTheLengthNeedNotBeTrue(long length) throws Exception {
        for (boolean whole : new boolean[] {true, false}) {
            AnswerBody body = new AnswerBody(new Buffer().writeUtf8(LONG), length, Long.MAX_VALUE, whole);
            assertThatCode(body::readToTheEnd).doesNotThrowAnyException();
            assertThat(body.text()).isEqualTo(whole ? LONG : LONG.substring(0, AnswerBody.SHOWN));
        }
    }
}
