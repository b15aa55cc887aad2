package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudUserDetailsTest {
    private static CloudUserDetails user(List<UserRole> authorities, Map<String, JsonNode> properties) {
        return new CloudUserDetails(authorities, null, null, null, null, null, properties, "agent");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(user(null, null).authorities()).isEmpty();
        assertThat(user(null, null).properties()).isEmpty();
        assertThat(new UserRole("role", null).privileges()).isEmpty();
    }

    @Test
    void nullElementsAreDropped() {
        UserRole role = new UserRole("role", Arrays.asList("read", null));

        assertThat(role.privileges()).containsExactly("read");
        assertThat(user(Arrays.asList(null, role), null).authorities()).containsExactly(role);
    }

    @Test
    void itDoesNotChangeWithTheCollectionsItWasMadeOf() {
        List<UserRole> authorities = new ArrayList<>();
        Map<String, JsonNode> properties = new HashMap<>();
        CloudUserDetails user = user(authorities, properties);

        authorities.add(new UserRole("role", List.of()));
        properties.put("key", TextNode.valueOf("value"));

        assertThat(user.authorities()).isEmpty();
        assertThat(user.properties()).isEmpty();
    }

    @Test
    void itsCollectionsCannotBeChanged() {
        CloudUserDetails user = user(new ArrayList<>(), new HashMap<>());

        assertThatThrownBy(() -> user.authorities().add(new UserRole("role", List.of())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> user.properties().put("key", TextNode.valueOf("value")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
