package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.http.CookieStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request while it is being described. */
public final class SpecBuilder {
    private final String method;
    private final Addresses addresses;
    private final String path;
    private final Envelope envelope;
    private Map<String, String> values = Map.of();
    private Entries<String, String> queries = Entries.none();
    private Entries<String, String> headers = Entries.none();
    private List<String> secrets = List.of();
    private Entries<Integer, Function<ErrorAnswer, @Nullable String>> advice = Entries.none();
    private Entries<Integer, String> adviceWhenRepeated = Entries.none();
    private UnaryOperator<ApiException> refusals = UnaryOperator.identity();
    private Body body;
    private boolean safeToRepeat;
    private boolean changesState;
    private boolean signInProbe;
    private @Nullable Authenticator authenticator;
    private @Nullable CookieStore cookies;
    private boolean longPoll;

    public SpecBuilder(String method, Addresses addresses, String path, Envelope envelope) {
        this.method = method;
        this.addresses = addresses;
        this.path = PathTemplate.check(path);
        this.envelope = envelope;
        this.body = Contents.none(method);
        this.changesState = !method.equals("GET") && !method.equals("HEAD");
        if (method.equals("DELETE")) {
            adviceWhenRepeated(404, "an earlier attempt of this call may have deleted it");
        }
    }

    /** One that can be changed without changing this one. */
    public SpecBuilder copy() {
        SpecBuilder copy = new SpecBuilder(method, addresses, path, envelope);
        copy.values = values;
        copy.queries = queries;
        copy.headers = headers;
        copy.advice = advice;
        copy.adviceWhenRepeated = adviceWhenRepeated;
        copy.secrets = secrets;
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
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, PathTemplate.value(path, name, value));
        values = more;
    }

    public void query(String name, String value) {
        queries = queries.with(name, value);
    }

    public void header(String name, String value) {
        headers = headers.with(CallOptions.headerName(name), Require.headerValue(value, "header " + name));
    }

    public void advice(int status, Function<ErrorAnswer, @Nullable String> text) {
        advice = advice.with(status, Require.present(text, "advice"));
    }

    public void refusals(UnaryOperator<ApiException> special) {
        refusals = Require.present(special, "refusals");
    }

    public void adviceWhenRepeated(int status, String text) {
        adviceWhenRepeated = adviceWhenRepeated.with(status, Require.text(text, "advice"));
    }

    public void changesState() {
        changesState = true;
    }

    public void secret(String secret) {
        secrets = Stream.concat(secrets.stream(), Stream.of(secret)).toList();
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
                addresses.target(path, values, queries),
                headers,
                body,
                safeToRepeat,
                changesState,
                signInProbe,
                advice,
                adviceWhenRepeated,
                refusals,
                authenticator,
                secrets,
                envelope,
                redirects,
                cookies,
                longPoll);
    }
}
