package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import java.util.Set;

/**
 * Where Architect is and which forms it takes. The standard is what the tutorial describes; that is <b>not</b> documentation
 * of the vendor, whose own pages list {@code /api/v2/flows} with PUT and a token endpoint at {@code login.<host>/oauth/token}.
 * So everything that is in doubt can be set.
 *
 * @param flowsPath path of the flows below the base URL
 * @param updateMethod PATCH or PUT
 * @param token where tokens are fetched, and in which form
 */
public record ArchitectEndpoints(String flowsPath, String updateMethod, OAuthEndpoint token) {
    private static final Set<String> METHODS = Set.of("PATCH", "PUT");

    /** Checks. */
    public ArchitectEndpoints {
        if (!METHODS.contains(updateMethod)) {
            throw new IllegalArgumentException("updateMethod must be PATCH or PUT, not " + updateMethod);
        }
        if (!flowsPath.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("flowsPath must look like /api/v2/architect/flows, not " + flowsPath);
        }
    }

    /** What the tutorial describes: PATCH, and a token for JSON with id and secret in it. */
    public static ArchitectEndpoints standard() {
        return new ArchitectEndpoints(
                "/api/v2/architect/flows",
                "PATCH",
                OAuthEndpoint.of(ApiFamily.ARCHITECT, "/api/v2/oauth/token")
                        .clientInBody()
                        .asJson());
    }

    /** With another path of the flows. */
    public ArchitectEndpoints flowsPath(String path) {
        return new ArchitectEndpoints(path, updateMethod, token);
    }

    /** With another method of updates. */
    public ArchitectEndpoints updateMethod(String method) {
        return new ArchitectEndpoints(flowsPath, method, token);
    }

    /** With another token endpoint. */
    public ArchitectEndpoints token(OAuthEndpoint endpoint) {
        return new ArchitectEndpoints(flowsPath, updateMethod, endpoint);
    }
}
