package io.github.multicloudcx.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLifeTest {
    @ParameterizedTest
    @CsvSource({
        "43200, 43139, false, false",
        "43200, 43140, true, false",
        "43200, 43199, true, false",
        "43200, 43200, true, true",
        "60, 53, false, false",
        "60, 54, true, false",
        "60, 60, true, true",
        "1, 0, false, false",
        "0, 0, true, true"
    })
    void aTokenIsStaleATenthOfItsLifeBeforeTheEndAndAtMostAMinute(long life, long age, boolean stale, boolean expired) {
        FakeTime time = new FakeTime();
        TokenLife tokenLife = new TokenLife(time);
        OAuthToken token =
                new OAuthToken("access", null, null, time.now(), time.now().plusSeconds(life));
        time.advance(Duration.ofSeconds(age));

        assertThat(tokenLife.stale(token)).isEqualTo(stale);
        assertThat(tokenLife.worn(token)).isEqualTo(stale);
        assertThat(tokenLife.expired(token)).isEqualTo(expired);
    }
}
