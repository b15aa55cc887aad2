package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.CloseSession;
import io.github.multicloudcx.grs.GrsSessions;
import io.github.multicloudcx.grs.model.ApiToken;
import io.github.multicloudcx.grs.model.OpenedSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The session calls over one connection. */
record DefaultSessions(Api api) implements GrsSessions {
    @Override
    public Call<OpenedSession> login(String user, String password) {
        return opened(signed(api.get("/login"), user, password, "password").changesState());
    }

    @Override
    public Call<OpenedSession> changePassword(String user, String originalPassword, String newPassword) {
        Require.text(newPassword, "newPassword");
        return opened(signed(api.put("/changepassword"), user, originalPassword, "originalPassword")
                .adviceWhenRepeated(401, "an earlier attempt of this call may have changed the password")
                .secret(newPassword)
                .json(Map.of("newPassword", newPassword)));
    }

    private static ApiRequest signed(ApiRequest request, String user, String password, String name) {
        return request.authorizedBy(new BasicSigner(user, Require.text(password, name)))
                .secret(password)
                .advice(401, "user id or password is not valid")
                .advice(404, Refused.NOT_HERE)
                .advice(422, Refused::adviceOnLogin)
                .advice(503, Refused::adviceOnLogin)
                .refusals(Refused::ofSession);
    }

    private static Call<OpenedSession> opened(ApiRequest request) {
        return request.returning(LoginAnswer.class)
                .map(answer -> new OpenedSession(token(answer.apiToken()), answer.knownLastLogin()));
    }

    private static ApiToken token(@Nullable String token) {
        if (token == null || token.isBlank()) {
            throw new AuthenticationException(
                    "The answer to the login has no apiToken; is this the Rules Authoring Tool?",
                    null,
                    null,
                    new ErrorContext(Fate.UNKNOWN));
        }
        return ApiToken.of(token);
    }

    @Override
    public CloseSession logout(String user, ApiToken apiToken) {
        BasicSigner signer =
                new BasicSigner(user, Require.present(apiToken, "apiToken").value());
        return new Logout(api, signer, apiToken, false);
    }

    private record Logout(Api api, BasicSigner signer, ApiToken token, boolean forced) implements CloseSession {
        @Override
        public CloseSession force() {
            return new Logout(api, signer, token, true);
        }

        @Override
        public Call<@Nullable Void> call() {
            return api.get("/logout")
                    .changesState()
                    .query("force", forced ? Boolean.TRUE : null)
                    .authorizedBy(signer)
                    .secret(token.value())
                    .advice(401, "the session is over already")
                    .advice(404, Refused.NOT_HERE)
                    .advice(422, "the user holds locked resources; release them, or log out with force")
                    .adviceWhenRepeated(401, "an earlier attempt of this call may have closed the session")
                    .refusals(Refused::ofPackage)
                    .returningNothing();
        }

        @Override
        public String toString() {
            return "CloseSession";
        }
    }
}
