package io.github.multicloudcx.auth.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.auth.AuthClient;
import io.github.multicloudcx.auth.AuthorizationRequest;
import io.github.multicloudcx.auth.AuthorizationRequestBuilder;
import io.github.multicloudcx.auth.CloudUserDetails;
import io.github.multicloudcx.auth.OpenIdUserInfo;
import io.github.multicloudcx.auth.PasswordChange;
import io.github.multicloudcx.auth.SignOutScope;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Authentication API over a connection. */
public final class DefaultAuthClient implements AuthClient {
    private final Api api;
    private final Api bare;
    private final URI base;

    public DefaultAuthClient(CxClient cx) {
        this.api = Require.present(cx, "cx").api(ApiFamily.AUTH);
        this.bare = api.envelope(Envelope.BARE);
        this.base = cx.baseUrl(ApiFamily.AUTH);
    }

    @Override
    public Call<@Nullable Void> ping() {
        return api.get("/ping").forbiddenMeansSignedOut().returningNothing();
    }

    @Override
    public Call<CloudUserDetails> userInfo() {
        return bare.get("/userinfo").forbiddenMeansSignedOut().returning(CloudUserDetails.class);
    }

    @Override
    public Call<OpenIdUserInfo> openIdUserInfo() {
        return bare.get("/openid/userinfo").returning(OpenIdUserInfo.class);
    }

    @Override
    public Call<String> jwtUserInfo() {
        return bare.get("/jwt-userinfo").returningHeader("X-GWS-User");
    }

    @Override
    public Call<@Nullable Void> changePassword(PasswordChange change) {
        return api.post("/change-password")
                .json(body(Require.present(change, "change")))
                .secret(change.oldPassword())
                .secret(change.newPassword())
                .advice(401, "without a valid token userName says whose password it is")
                .advice(403, "the password was not changed, check the old one and the rules for new ones")
                .returningNothing();
    }

    private static JsonNode body(PasswordChange change) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("newPassword", change.newPassword())
                .put("oldPassword", change.oldPassword());
        if (change.userName() != null) {
            data.put("userName", change.userName());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("data", data);
        return change.operationId() == null ? body : body.put("operationId", change.operationId());
    }

    @Override
    public Call<@Nullable Void> signOut(SignOutScope scope) {
        return api.post("/sign-out")
                .query("global", global(scope))
                .safeToRepeat()
                .returningNothing();
    }

    @Override
    public Call<URI> signOutWithRedirect(URI redirectUri, SignOutScope scope) {
        URI wanted = RedirectUri.check(redirectUri, "redirectUri");
        return api.get("/sign-out")
                .query("global", global(scope))
                .query("redirectUri", wanted)
                .returningNothing()
                .<URI>map(signedOut -> wanted)
                .recover(this::redirect);
    }

    /** Only 200 is documented, but a redirect is announced. */
    private @Nullable URI redirect(ApiException answer) {
        List<String> locations = answer.answer().headers().getOrDefault("Location", List.of());
        if (answer.status() / 100 != 3 || locations.isEmpty()) {
            return null;
        }
        try {
            return base.resolve(new URI(locations.get(0)));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Boolean global(SignOutScope scope) {
        return Require.present(scope, "scope") == SignOutScope.ALL_TOKENS_OF_THE_USER ? true : null;
    }

    @Override
    public AuthorizationRequestBuilder authorizationCode(String clientId) {
        return AuthorizationRequest.builder(base, clientId);
    }

    /** Names the API. */
    @Override
    public String toString() {
        return "AuthClient[" + base + "]";
    }
}
