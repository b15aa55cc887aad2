package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final int MOST_KEPT = 100;

    private final Addresses addresses = new Addresses(HttpUrl.get("https://api.example.com/base"), "/udm/v10");

    private Target fixed(String path) {
        return addresses.target(path, Map.of(), Entries.none());
    }

    @Test
    void aPathThatIsFixedIsMadeOnce() {
        Target made = fixed("/jobs");
        assertThat(fixed("/jobs")).isSameAs(made).isNotSameAs(fixed("/queues"));
        assertThat(made.url()).hasToString("https://api.example.com/base/udm/v10/jobs");
        assertThat(made.uri()).hasToString("https://api.example.com/base/udm/v10/jobs");
        assertThat(made.template()).isEqualTo("/udm/v10/jobs");
        assertThat(made.origin()).isEqualTo(fixed("/queues").origin());
    }

    @Test
    void aPathWithValuesIsMadeEachTime() {
        Target one = addresses.target("/jobs/{id}", Map.of("id", "1"), Entries.none());
        Target two = addresses.target("/jobs/{id}", Map.of("id", "2"), Entries.none());
        assertThat(one.url().encodedPath()).isEqualTo("/base/udm/v10/jobs/1");
        assertThat(two.url().encodedPath()).isEqualTo("/base/udm/v10/jobs/2");
        assertThat(two.template()).isEqualTo("/udm/v10/jobs/{id}");
        assertThat(addresses.target("/jobs/{id}", Map.of("id", "1"), Entries.none()))
                .isNotSameAs(one);
    }

    @Test
    void aPathWithParametersIsMadeEachTimeAndNotTakenForTheOneWithout() {
        Entries<String, String> queries =
                Entries.<String, String>none().with("a", "1").with("a", "2 &");
        Target made = addresses.target("/jobs", Map.of(), queries);
        assertThat(made.url().encodedQuery()).isEqualTo("a=1&a=2%20%26");
        assertThat(addresses.target("/jobs", Map.of(), queries)).isNotSameAs(made);
        assertThat(fixed("/jobs").url().encodedQuery()).isNull();
        assertThat(addresses.target("/jobs", Map.of(), queries).url()).isEqualTo(made.url());
    }

    @Test
    void pathsThatAreMadeUpDoNotFillTheMemory() {
        Target first = fixed("/made-up/0");
        for (int i = 1; i < MOST_KEPT; i++) {
            assertThat(fixed("/made-up/" + i)).isSameAs(fixed("/made-up/" + i));
        }
        for (int i = MOST_KEPT; i < 2 * MOST_KEPT; i++) {
            Target made = fixed("/made-up/" + i);
            assertThat(fixed("/made-up/" + i)).isNotSameAs(made);
            assertThat(made.url().encodedPath()).isEqualTo("/base/udm/v10/made-up/" + i);
        }
        assertThat(fixed("/made-up/0")).isSameAs(first);
    }

    @Test
    void eachApiHasAddressesOfItsOwn() {
        Addresses other = new Addresses(HttpUrl.get("http://localhost:1/"), "");
        Target made = other.target("/jobs", Map.of(), Entries.none());
        assertThat(made.url())
                .hasToString("http://localhost:1/jobs")
                .isNotEqualTo(fixed("/jobs").url());
    }
}
