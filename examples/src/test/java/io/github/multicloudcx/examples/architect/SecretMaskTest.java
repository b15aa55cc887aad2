package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.update.JsonChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPassword",
                "DB_PASSWORD",
                "client_secret",
                "clientSecret",
                "accessToken",
                "token",
                "api-key",
                "apiKey",
                "APIKEY",
                "private key",
                "pin",
                "Authorization",
                "user.credentials",
                "pwd",
                "cookie",
                "DBPassword",
                "APIToken",
                "SMTPPassword",
                "PINCode",
                "apiKeys",
                "password2",
                "clientsecret",
                "bearer",
                "userPins"
            })
    void valuesWithSuchNamesAreHidden(String name) {
        assertThat(SecretMask.masked(Json.of("{'" + name + "':'s3cret'}"))
                        .get(name)
                        .asText())
                .isEqualTo("****");
        assertThat(SecretMask.masked(Json.of("{'x':[{'" + name + "':{'deep':['s3cret',1234567]}}]}"))
                        .toString())
                .doesNotContain("s3cret", "1234567");
        assertThat(SecretMask.masked(Json.of("{'parameter_01':{'key':'" + name + "','value':'x4711'}}")))
                .isEqualTo(Json.of("{'parameter_01':{'key':'" + name + "','value':'****'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopping", "key", "keyboard", "monkey", "spinner", "passage", "name", "value"})
    void othersAreShown(String name) {
        assertThat(SecretMask.masked(Json.of("{'" + name + "':'plain'}")))
                .isEqualTo(Json.of("{'" + name + "':'plain'}"));
    }

    @Test
    void whereTheNameStandsInAFieldCalledName() {
        assertThat(SecretMask.masked(Json.of("{'name':'db password','value':'x'}")))
                .isEqualTo(Json.of("{'name':'db password','value':'****'}"));
        assertThat(SecretMask.masked(Json.of("{'key':'user pin','value':4711}")))
                .isEqualTo(Json.of("{'key':'user pin','value':'****'}"));
    }

    @Test
    void numbersOfTokensAreShownAndLoginsInAddressesAreNot() {
        assertThat(SecretMask.masked(Json.of("{'max_tokens':50,'url':'https://user:pass@host/x','mail':'a:b@c'}")))
                .isEqualTo(Json.of("{'max_tokens':50,'url':'https://****@host/x','mail':'a:b@c'}"));
    }

    @Test
    void whatIsHiddenCanBeListed() {
        assertThat(
                        SecretMask.secrets(
                                Json.of(
                                        "{'a':'open','password':'first','m':{'secret':{'x':['second',12345]}},'pin':12,'e':[{'key':'token','value':'third'}]}")))
                .containsExactlyInAnyOrder("first", "second", "12345", "third");
    }

    @Test
    void nothingAndYesOrNoAreNoSecrets() {
        assertThat(SecretMask.masked(Json.of("{'password':null,'token':true}")))
                .isEqualTo(Json.of("{'password':null,'token':true}"));
    }

    @Test
    void aDiffHidesWhatTheNameOfTheEntryHides() {
        JsonChanges changes = JsonChanges.of(
                Json.of("{'m':{'p':{'key':'dbPassword','value':'old'}},'n':1}"),
                Json.of("{'m':{'p':{'value':'new'}},'n':2,'secret':{'a':'x'}}"));
        assertThat(MaskedDiff.of(changes, Json.of("{'m':{'p':{'key':'dbPassword','value':'old'}},'n':1}")))
                .containsExactly("~ /m/p/value: \"****\" -> \"****\"", "~ /n: 1 -> 2", "+ /secret/a: \"****\"");
    }
}
