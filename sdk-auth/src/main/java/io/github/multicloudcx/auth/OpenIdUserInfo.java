package io.github.multicloudcx.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.github.multicloudcx.auth.internal.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user behind a token as OpenID claims, in snake case on the wire. Models {@code OpenIdUserInfo} of the Authentication
 * API. Most claims are there only when the user signed in with the scope {@code openid}.
 *
 * @param aud audience, or null
 * @param authorities roles; empty when absent
 * @param contactCenterId id of the contact center, or null
 * @param dbid DBID in Configuration Server, or null for users outside of a contact center
 * @param email e-mail address, or null
 * @param environmentId id of the environment, or null
 * @param familyName last name, or null
 * @param givenName first name, or null
 * @param properties properties of the user by name, of undocumented types; empty when absent
 * @param sub subject, or null
 * @param userName name of the user, or null
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OpenIdUserInfo(
        @Nullable String aud,
        List<UserRole> authorities,
        @Nullable String contactCenterId,
        @Nullable Long dbid,
        @Nullable String email,
        @Nullable String environmentId,
        @Nullable String familyName,
        @Nullable String givenName,
        Map<String, JsonNode> properties,
        @Nullable String sub,
        @Nullable String userName) {
    /**
     * Copies list and map; those that are absent become empty.
     *
     * @param aud audience, or null
     * @param authorities roles; empty when absent
     * @param contactCenterId id of the contact center, or null
     * @param dbid DBID in Configuration Server, or null for users outside of a contact center
     * @param email e-mail address, or null
     * @param environmentId id of the environment, or null
     * @param familyName last name, or null
     * @param givenName first name, or null
     * @param properties properties of the user by name, of undocumented types; empty when absent
     * @param sub subject, or null
     * @param userName name of the user, or null
     */
    public OpenIdUserInfo {
        authorities = Absent.toEmpty(authorities);
        properties = Absent.toEmpty(properties);
    }
}
