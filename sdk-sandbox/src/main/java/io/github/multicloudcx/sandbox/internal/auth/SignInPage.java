package io.github.multicloudcx.sandbox.internal.auth;

import io.github.multicloudcx.sandbox.OAuthClient;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Application;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorization code flow as a browser sees it: redirect, sign-in form, redirect back with a code. */
public final class SignInPage implements Application {
    public static final String PATH = "/auth/sign-in";

    private static final List<String> CARRIED = List.of("client_id", "redirect_uri", "response_type", "state");

    private final Accounts accounts;
    private final TokenRegistry tokens;
    private final AuthSettings settings;

    public SignInPage(Accounts accounts, TokenRegistry tokens, AuthSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
    }

    public void register(Map<String, OperationHandler> handlers) {
        handlers.put("authorize", this::authorize);
    }

    private Answer authorize(Invocation invocation) {
        Parameters query = invocation.query();
        if (client(query).isEmpty()) {
            return Answer.empty(401);
        }
        if (!query.getOr("response_type", "").equals("code")) {
            return Answer.redirect(302, back(query, "error=unsupported_response_type"));
        }
        return Answer.redirect(302, PATH + "?" + invocation.exchange().query());
    }

    private Optional<OAuthClient> client(Parameters request) {
        return accounts.client(request.get("client_id"))
                .filter(client -> client.grants().contains("authorization_code"))
                .filter(client -> client.redirectUris().stream()
                        .map(URI::toString)
                        .anyMatch(uri -> uri.equals(request.get("redirect_uri"))));
    }

    @Override
    public Answer answer(Exchange exchange) {
        return exchange.method().equals("POST")
                ? signIn(Parameters.parse(exchange.bodyText()))
                : form(Parameters.parse(exchange.query()), "");
    }

    private Answer signIn(Parameters form) {
        Optional<OAuthClient> client = client(form);
        if (client.isEmpty()) {
            return Answer.empty(401);
        }
        return accounts.signIn(form.getOr("username", ""), form.getOr("password", ""))
                .map(user -> new Caller(client.get().id(), user.username()))
                .map(caller -> tokens.newCode(caller, form.getOr("redirect_uri", "")))
                .map(code -> Answer.redirect(302, back(form, "code=" + code)))
                .orElseGet(() -> form(form, "<p role=\"alert\">Wrong user name or password.</p>"));
    }

    private String back(Parameters request, String result) {
        String uri = request.getOr("redirect_uri", "");
        String state = request.get("state");
        String joint = settings.ampersandBeforeCode() || uri.contains("?") ? "&" : "?";
        String tail = state == null ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        return uri + joint + result + tail;
    }

    private static Answer form(Parameters request, String message) {
        StringBuilder hidden = new StringBuilder();
        for (String name : CARRIED) {
            String value = request.get(name);
            if (value != null) {
                hidden.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value)));
            }
        }
        return Answer.text(200, MediaTypes.HTML, """
                <!doctype html>
                <html lang="en"><head><title>Sign in to the sandbox</title></head><body>
                <h1>Sign in</h1>%s
                <form method="post" action="%s">%s
                <label>User name <input name="username" autocomplete="username"></label>
                <label>Password <input name="password" type="password" autocomplete="current-password"></label>
                <button>Sign in</button>
                </form></body></html>
                """.formatted(message, PATH, hidden));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
