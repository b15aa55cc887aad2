package io.github.multicloudcx.core.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedactorTest {
    private final Redactor redactor = new Redactor();

    @Test
    void aKnownSecretIsMaskedWhereverItStands() {
        redactor.learn("s3cr3t+/=");
        assertThat(redactor.text("a s3cr3t+/= b[s3cr3t+/=]")).isEqualTo("a **** b[****]");
    }

    @Test
    void aSecretThatBeginsWithAnotherOneIsMaskedAsAWhole() {
        redactor.learn("key-12345");
        redactor.learn("key-1");
        assertThat(redactor.text("key-12345 key-1")).isEqualTo("**** ****");
        Redactor other = new Redactor();
        other.learn("key-1");
        other.learn("key-12345");
        assertThat(other.text("key-12345 key-1")).isEqualTo("**** ****");
    }

    @Test
    void wordsShorterThanFourLettersAreNoSecrets() {
        redactor.learn("abc");
        redactor.learn("");
        assertThat(redactor.text("abc")).isEqualTo("abc");
    }

    @Test
    void theOldestSecretsAreForgottenWhenThereAreMany() {
        for (int i = 0; i < 300; i++) {
            redactor.learn("secret-" + (1000 + i));
        }
        assertThat(redactor.text("secret-1000 secret-1299")).isEqualTo("secret-1000 ****");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"access_token\":\"abc\",\"x\":1} | {\"access_token\":\"****\",\"x\":1}",
                "{\"Password\" : \"a\\\"b\"} | {\"Password\" : \"****\"}",
                "{\"clientSecret\":\"abc | {\"clientSecret\":\"****",
                "grant_type=password&password=abc&scope=* | grant_type=password&password=****&scope=*",
                "code=abc&state=1 | code=****&state=1",
                "zipcode=12345 | zipcode=12345",
                "client_secret=a%2Bb&x=1 | client_secret=****&x=1",
                "see https://s3.example/a/b?X-Amz-Signature=abc&y=1 now | see https://s3.example/a/b?**** now",
                "\"http://x.example/?a=b\" | \"http://x.example/?****\"",
                "Authorization: Bearer abc.def-ghi_jk== | Authorization: Bearer ****",
                "Basic dXNlcjpwYXNz | Basic ****",
                "Basic research | Basic ****",
                "nothing to hide | nothing to hide"
            })
    void whatItsPlaceBetraysIsMasked(String text, String clean) {
        assertThat(redactor.text(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "X-API-KEY",
                "Cookie",
                "Set-Cookie",
                "x-gws-user",
                "X-Hub-Signature",
                "WWW-Authenticate"
            })
    void headersThatSayWhoIsCallingAreMasked(String name) {
        assertThat(redactor.header(name, "anything")).isEqualTo("****");
    }

    @Test
    void otherHeadersAreCleaned() {
        assertThat(redactor.header("Location", "https://s3.example/a?sig=1")).isEqualTo("https://s3.example/a?****");
        assertThat(redactor.header("X-Some", "plain")).isEqualTo("plain");
    }

    @Test
    void jsonKeepsItsShape() throws Exception {
        redactor.learn("hunter2");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(
                        redactor.json(
                                mapper.readTree(
                                        "{\"a\":[1,null,true,\"is hunter2\",{\"token\":\"x\"}],\"password\":\"y\",\"code\":\"z\",\"n\":1.5}")))
                .isEqualTo(
                        mapper.readTree(
                                "{\"a\":[1,null,true,\"is ****\",{\"token\":\"****\"}],\"password\":\"****\",\"code\":\"z\",\"n\":1.5}"));
    }

    @Test
    void veryLongTextsNeitherOverflowTheStackNorTakeForEver() {
        assertThat(redactor.text("{\"token\":\"" + "a\\\\b\\\"".repeat(200_000) + "\"}"))
                .isEqualTo("{\"token\":\"****\"}");
        assertThat(redactor.text("token=" + "x".repeat(1_000_000))).isEqualTo("token=****");
    }

    @Test
    void noKnownSecretSurvivesInAnyText() {
        Random random = new Random(3);
        String[] secrets = {"k3y-abcdef", "tok.en+/==", "pa$$w0rd\\1"};
        for (String secret : secrets) {
            redactor.learn(secret);
        }
        String glue = " \"'={}[]:&?/\\abc****token=password";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                int at = random.nextInt(glue.length());
                text.append(glue, at, at + random.nextInt(glue.length() - at + 1))
                        .append(secrets[random.nextInt(secrets.length)]);
            }
            assertThat(redactor.text(text.toString())).doesNotContain(secrets);
        }
    }

    @Test
    void aSecretOfOneCallIsKnownWhileItRunsAndForgottenAfterwards() {
        Redactor lender = new Redactor();
        String during = lender.knowing(
                List.of("open-sesame"),
                () -> lender.knowing(List.of("open-sesame"), () -> lender.text("said open-sesame"))
                        + lender.text(" and open-sesame"));
        assertThat(during).isEqualTo("said **** and ****");
        assertThat(lender.text("said open-sesame")).isEqualTo("said open-sesame");
    }
}
