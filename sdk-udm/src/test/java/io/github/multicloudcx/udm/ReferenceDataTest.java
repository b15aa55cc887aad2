package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.udm.model.DataType;
import io.github.multicloudcx.udm.model.KeyValueItem;
import io.github.multicloudcx.udm.model.LookupList;
import io.github.multicloudcx.udm.model.SubType;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    @Test
    void leavesOutFiltersThatWereNotGiven() {
        try (Wire wire = new Wire().empty(204).empty(204).empty(204)) {
            wire.udm.data().attributes().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/data/attributes");
            wire.udm.data().types().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/data/types");
            wire.udm.data().subTypes().execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/data/sub-types");
        }
    }

    @Test
    void readsTheModelsOfV3WhereTheyFit() {
        try (Wire wire = new Wire()
                .answer(200, "[{\"label\":\"Ucs\",\"value\":\"UCS\"}]")
                .answer(200, "[{\"name\":\"UCS\",\"source\":\"CX\"}]")
                .answer(200, "[{\"name\":\"Contact\",\"displayName\":\"Contacts\",\"enabled\":true}]")) {
            assertThat(wire.udm.data().sources().execute().keyValues()).containsExactly(new KeyValueItem("Ucs", "UCS"));
            assertThat(wire.udm.data().types().execute().dataTypes()).containsExactly(new DataType("UCS", "CX"));
            assertThat(wire.udm.data().subTypes().execute().subTypes())
                    .containsExactly(new SubType("Contact", "Contacts", null, null, true));
        }
    }

    @Test
    void keepsTheJsonWhereNothingFits() {
        try (Wire wire = new Wire().answer(200, "{\"a\":[1]}").answer(200, "[\"UCS\",{\"value\":\"x\"}]")) {
            LookupList labels = wire.udm.data().labels().execute();
            assertThat(labels.json().path("a").get(0).asInt()).isEqualTo(1);
            assertThat(labels.hasContent()).isTrue();
            assertThat(labels.keyValues()).isEmpty();
            assertThat(wire.udm.data().sources().execute().keyValues()).isEmpty();
        }
    }

    @Test
    void noContentIsAnEmptyList() {
        try (Wire wire = new Wire().empty(204)) {
            LookupList none = wire.udm.data().sources().execute();
            assertThat(none.hasContent()).isFalse();
            assertThat(none.json().isMissingNode()).isTrue();
            assertThat(none.keyValues()).isEmpty();
        }
    }

    @Test
    void blankFiltersAreRefused() {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.data().types(" "))
                    .withMessageStartingWith("source ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.data().subTypes("", null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.data().attributes(""));
            assertThat(wire.count()).isZero();
        }
    }
}
