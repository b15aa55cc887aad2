package io.github.multicloudcx.sandbox.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.SandboxUser;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Password, session and user information. */
public final class AuthService {
    private static final String CONTACT_CENTER = "5d6b7c8e-1f2a-4b3c-9d4e-5f6a7b8c9d0e";
    private static final String ENVIRONMENT = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

    private final Accounts accounts;
    private final TokenRegistry tokens;

    public AuthService(Accounts accounts, TokenRegistry tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    public void register(Map<String, OperationHandler> handlers) {
        handlers.put("getUserInfo", invocation -> Answer.json(200, userInfo(invocation.signedIn())));
        handlers.put("getOpenIdUserInfo", invocation -> Answer.json(200, claims(invocation.signedIn())));
        handlers.put("getJwtUserInfo", this::jwtUserInfo);
        handlers.put("changePassword", this::changePassword);
        handlers.put("ping", invocation -> done());
        handlers.put("signOutGet", this::signOut);
        handlers.put("signOutPost", this::signOut);
    }

    private ObjectNode userInfo(Caller caller) {
        String name = Accounts.withoutTenant(caller.name());
        ObjectNode details = Json.object();
        details.set("authorities", authorities(caller));
        return details.put("cmeUserName", name)
                .put("contactCenterId", CONTACT_CENTER)
                .put("dbid", 101)
                .put("environmentId", ENVIRONMENT)
                .put("loginName", name)
                .put("username", caller.name())
                .set("properties", Json.object());
    }

    private ObjectNode claims(Caller caller) {
        String name = Accounts.withoutTenant(caller.name());
        ObjectNode claims = Json.object();
        claims.set("authorities", authorities(caller));
        return claims.put("aud", caller.clientId())
                .put("contact_center_id", CONTACT_CENTER)
                .put("dbid", 101)
                .put("email", name + "@example.com")
                .put("environment_id", ENVIRONMENT)
                .put("family_name", "Sandbox")
                .put("given_name", name)
                .put("sub", caller.name())
                .put("user_name", caller.name())
                .set("properties", Json.object());
    }

    private ArrayNode authorities(Caller caller) {
        List<String> roles =
                accounts.user(caller.name()).map(SandboxUser::roles).orElse(List.of());
        ArrayNode authorities = Json.array();
        roles.forEach(role -> authorities.addObject().put("name", role).putArray("privileges"));
        return authorities;
    }

    private Answer jwtUserInfo(Invocation invocation) {
        JsonNode header = Json.object().put("alg", "none").put("typ", "JWT");
        String token = base64(Json.bytes(header)) + "." + base64(Json.bytes(claims(invocation.signedIn()))) + "."
                + base64(new byte[] {0});
        return done().with("X-GWS-User", token);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Answer changePassword(Invocation invocation) {
        JsonNode data = Json.parse(invocation.exchange().body())
                .map(body -> body.path("data"))
                .orElseGet(Json::object);
        Caller caller = invocation.caller();
        String owner = caller == null ? "" : caller.name();
        String name = data.path("userName").asText(owner);
        if (name.isEmpty()) {
            return Answer.empty(401);
        }
        Optional<SandboxUser> user =
                accounts.signIn(name, data.path("oldPassword").asText());
        if (user.isEmpty()) {
            return Answer.error(403, "The old password is wrong");
        }
        accounts.changePassword(user.get(), data.path("newPassword").asText());
        return done();
    }

    private Answer signOut(Invocation invocation) {
        if (invocation.query().getOr("global", "false").equals("true")) {
            tokens.revokeEverythingOf(invocation.signedIn());
        } else {
            String header = invocation.exchange().headers().firstOr("Authorization", "");
            tokens.revokeAccessToken(header.substring(header.indexOf(' ') + 1).strip());
        }
        String redirect = invocation.query().get("redirectUri");
        return redirect == null ? done() : Answer.redirect(302, redirect);
    }

    private static Answer done() {
        return Answer.json(200, Json.envelope(0, "OK"));
    }
}
