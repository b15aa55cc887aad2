package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.http.CookieStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request while it is being described. */
public final class SpecBuilder {
    private final String method;
    private final HttpUrl base;
    private final String basePath;
    private final String path;
    private final Envelope envelope;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> queries = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final Map<Integer, Function<ErrorAnswer, @Nullable String>> advice = new LinkedHashMap<>();
    private final Map<Integer, String> adviceWhenRepeated = new LinkedHashMap<>();
    private UnaryOperator<ApiException> refusals = UnaryOperator.identity();
    private Body body;
    private boolean safeToRepeat;
    private boolean changesState;
    private boolean signInProbe;
    private @Nullable Authenticator authenticator;
    private @Nullable CookieStore cookies;
    private boolean longPoll;

    public SpecBuilder(String method, HttpUrl base, String basePath, String path, Envelope envelope) {
        this.method = method;
        this.base = base;
        this.basePath = basePath;
        this.path = PathTemplate.check(path);
        this.envelope = envelope;
        this.body = Contents.none(method);
        this.changesState = !method.equals("GET") && !method.equals("HEAD");
        if (method.equals("DELETE")) {
            adviceWhenRepeated.put(404, "an earlier attempt of this call may have deleted it");
        }
    }

    /** One that can be changed without changing this one. */
    public SpecBuilder copy() {
        SpecBuilder copy = new SpecBuilder(method, base, basePath, path, envelope);
        copy.values.putAll(values);
        copy.queries.addAll(queries);
        copy.headers.putAll(headers);
        copy.advice.putAll(advice);
        copy.adviceWhenRepeated.putAll(adviceWhenRepeated);
        copy.secrets.addAll(secrets);
        copy.refusals = refusals;
        copy.body = body;
        copy.safeToRepeat = safeToRepeat;
        copy.changesState = changesState;
        copy.signInProbe = signInProbe;
        copy.authenticator = authenticator;
        copy.cookies = cookies;
        copy.longPoll = longPoll;
        return copy;
    }

    public void path(String name, @Nullable String value) {
        values.put(name, PathTemplate.value(path, name, value));
    }

    public void query(String name, String value) {
        queries.add(Map.entry(name, value));
    }

    public void header(String name, String value) {
        headers.put(CallOptions.headerName(name), Require.headerValue(value, "header " + name));
    }

    public void advice(int status, Function<ErrorAnswer, @Nullable String> text) {
        advice.put(status, Require.present(text, "advice"));
    }

    public void refusals(UnaryOperator<ApiException> special) {
        refusals = Require.present(special, "refusals");
    }

    public void adviceWhenRepeated(int status, String text) {
        adviceWhenRepeated.put(status, Require.text(text, "advice"));
    }

    public void changesState() {
        changesState = true;
    }

    public void secret(String secret) {
        secrets.add(secret);
    }

    public void body(Body content) {
        if (method.equals("GET") || method.equals("HEAD")) {
            throw new IllegalArgumentException(method + " carries no body");
        }
        body = content;
    }

    public void safeToRepeat() {
        safeToRepeat = true;
    }

    public void signInProbe() {
        signInProbe = true;
    }

    public void authenticator(Authenticator signer) {
        authenticator = Require.present(signer, "authenticator");
    }

    public void session(CookieStore store) {
        cookies = store;
    }

    public void longPoll() {
        longPoll = true;
    }

    Envelope envelope() {
        return envelope;
    }

    Spec build(boolean redirects) {
        return new Spec(
                method,
                url(),
                basePath + path,
                Map.copyOf(headers),
                body,
                safeToRepeat,
                changesState,
                signInProbe,
                Map.copyOf(advice),
                Map.copyOf(adviceWhenRepeated),
                refusals,
                authenticator,
                List.copyOf(secrets),
                envelope,
                redirects,
                cookies,
                longPoll);
    }

    private HttpUrl url() {
        String root = base.encodedPath().equals("/") ? "" : base.encodedPath();
        HttpUrl.Builder url = base.newBuilder().encodedPath(root + basePath + PathTemplate.expand(path, values));
        queries.forEach(query -> url.addQueryParameter(query.getKey(), query.getValue()));
        return url.build();
    }
}
