package io.github.multicloudcx.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.auth.internal.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user behind a token. Models {@code CloudUserDetails} of the Authentication API.
 *
 * @param authorities roles; empty when absent
 * @param cmeUserName user name in Configuration Server, or null for users that are not there
 * @param contactCenterId id of the contact center, or null for users outside of one
 * @param dbid DBID in Configuration Server, or null for users outside of a contact center
 * @param environmentId id of the environment, or null
 * @param loginName login name in Configuration Server, or null for users that are not there
 * @param properties properties of the user by name, of undocumented types; empty when absent
 * @param username unique in the whole system; null only when the server left it out
 */
public record CloudUserDetails(
        List<UserRole> authorities,
        @Nullable String cmeUserName,
        @Nullable String contactCenterId,
        @Nullable Long dbid,
        @Nullable String environmentId,
        @Nullable String loginName,
        Map<String, JsonNode> properties,
        @Nullable String username) {
    /**
     * Copies list and map; those that are absent become empty.
     *
     * @param authorities roles; empty when absent
     * @param cmeUserName user name in Configuration Server, or null for users that are not there
     * @param contactCenterId id of the contact center, or null for users outside of one
     * @param dbid DBID in Configuration Server, or null for users outside of a contact center
     * @param environmentId id of the environment, or null
     * @param loginName login name in Configuration Server, or null for users that are not there
     * @param properties properties of the user by name, of undocumented types; empty when absent
     * @param username unique in the whole system; null only when the server left it out
     */
    public CloudUserDetails {
        authorities = Absent.toEmpty(authorities);
        properties = Absent.toEmpty(properties);
    }
}
