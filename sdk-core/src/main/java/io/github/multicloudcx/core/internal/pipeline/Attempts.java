package io.github.multicloudcx.core.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingBody;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.http.CookieStore;
import io.github.multicloudcx.core.internal.http.CxHeaders;
import io.github.multicloudcx.core.internal.http.Redirects;
import io.github.multicloudcx.core.internal.http.Watcher;
import io.github.multicloudcx.core.internal.log.WireLog;
import io.github.multicloudcx.core.internal.pipeline.Failure.Kind;
import io.github.multicloudcx.core.internal.pipeline.RetryDecision.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: credentials, API key, trace id, user agent, sending, reading. */
final class Attempts {
    private final Engine engine;
    private final WireLog log;

    Attempts(Engine engine, WireLog log) {
        this.engine = engine;
        this.log = log;
    }

    /** What came of it: a value or a failure. */
    sealed interface Result<T extends @Nullable Object> {
        record Success<T extends @Nullable Object>(AttemptReader.Read<T> read, int status, Exchange exchange)
                implements Result<T> {}

        record Failed<T extends @Nullable Object>(Failure failure) implements Result<T> {}
    }

    <T extends @Nullable Object> Result<T> make(Run run, AttemptReader<T> reader) {
        Authorization authorization;
        try {
            authorization = authorize(run);
        } catch (InterruptedException e) {
            return failed(Failure.interrupted(e, engine.transport().closed()));
        } catch (CxException | IllegalStateException e) {
            return failed(Failure.thrown(e));
        } catch (IOException e) {
            return failed(
                    Classifier.unsigned(e, run.deadline, engine.transport().closed()));
        }
        run.authorization = authorization;
        if (!authorization.headers().isEmpty()) {
            engine.cleartext().check(run.spec.url());
        }
        if (run.deadline.passed()) {
            return failed(new Failure(Kind.TIMEOUT, Outcome.FINAL, Fate.NOT_SENT, "time over", null, null));
        }
        return send(run, authorization, reader);
    }

    private Authorization authorize(Run run) throws InterruptedException, IOException {
        OutgoingBody body = sink -> SignedBody.write(run, sink, engine.transport()::closed);
        OutgoingRequest outgoing = new OutgoingRequest(run.spec.method(), run.spec.uri(), body, run.deadline.left());
        return run.authenticator.authorize(outgoing);
    }

    private Request request(Run run, Authorization authorization) {
        Request.Builder request = new Request.Builder()
                .url(run.spec.url())
                .method(run.spec.method(), run.spec.body().open())
                .header("Accept", "application/json")
                .header("User-Agent", engine.userAgent())
                .header(CxHeaders.TRACE, run.traceId);
        if (!run.spec.headers().isEmpty()) {
            run.spec.headers().forEach(request::header);
        }
        if (!run.options.headers().isEmpty()) {
            run.options.headers().forEach(request::header);
        }
        String apiKey = engine.apiKey();
        if (apiKey != null && engine.own(run.spec.target())) {
            request.header(CxHeaders.API_KEY, apiKey);
        }
        authorization.headers().forEach(request::header);
        return request.build();
    }

    private <T extends @Nullable Object> Result<T> send(Run run, Authorization authorization, AttemptReader<T> reader) {
        Request request = request(run, authorization);
        log.request(
                run.traceId,
                request,
                run.spec.template(),
                authorization.headers().keySet(),
                run.spec.body().bytes());
        Watcher.Watch watch =
                engine.transport().deployment(request, run.spec.cookies(), run.spec.longPoll(), run.deadline.left());
        Exchange exchange = null;
        boolean handedOn = false;
        try {
            Response response = engine.transport().send(watch);
            exchange = new Exchange(response, watch, run.keepsText || log.traces());
            takeCookies(run, response);
            Result<T> result = read(run, exchange, reader);
            handedOn = result instanceof Result.Success;
            return result;
        } catch (IOException e) {
            return failed(Classifier.classify(e, watch, engine.transport().closed()));
        } finally {
            if (!handedOn) {
                close(exchange, watch);
            }
        }
    }

    private void takeCookies(Run run, Response response) {
        CookieStore cookies = run.spec.cookies();
        if (cookies != null) {
            List<String> secrets = cookies.store(response.request().url(), response.headers());
            if (!secrets.isEmpty()) {
                secrets.forEach(engine.redactor()::learn);
            }
        }
    }

    private static void close(@Nullable Exchange exchange, Watcher.Watch watch) {
        watch.close();
        if (exchange != null) {
            exchange.close();
        }
    }

    private <T extends @Nullable Object> Result<T> read(Run run, Exchange exchange, AttemptReader<T> reader)
            throws IOException {
        if (!exchange.response().isSuccessful() && !(run.spec.redirects() && elsewhereOrNowhere(exchange.status()))) {
            return run.withoutItsSecrets(engine.redactor(), () -> failed(answered(refused(run, exchange))));
        }
        try {
            AttemptReader.Read<T> read = reader.read(exchange);
            logAnswer(run, exchange, read.text());
            return new Result.Success<>(read, exchange.status(), exchange);
        } catch (BadAnswer e) {
            String body = e.body();
            logAnswer(run, exchange, body == null ? null : () -> body);
            return failed(bad(exchange, e));
        }
    }

    private Failure.Refusal refused(Run run, Exchange exchange) {
        Failure.Refusal refusal = new RefusalReader(engine).read(exchange);
        logAnswer(run, exchange, () -> refusal.body() == null ? "" : refusal.body());
        return refusal;
    }

    /** What a download may meet beside its content: a link to it, or nothing left to fetch. */
    private static boolean elsewhereOrNowhere(int status) {
        return Redirects.is(status) || status == 416;
    }

    private void logAnswer(Run run, Exchange exchange, @Nullable Supplier<String> body) {
        if (log.traces()) {
            byte[] bytes = body == null ? null : body.get().getBytes(UTF_8);
            log.response(run.traceId, exchange.status(), exchange.response().headers(), bytes);
        }
    }

    private Failure bad(Exchange exchange, BadAnswer e) {
        if (e.problem() != null && e.body() != null) {
            return answered(new RefusalReader(engine).underSuccess(exchange, e.problem(), e.body()));
        }
        return new Failure(
                Kind.DECODE, Outcome.FINAL, Fate.UNKNOWN, exchange.status() + ", not as documented", e, null);
    }

    private static Failure answered(Failure.Refusal refusal) {
        Fate fate = refusal.status() < 500 || (refusal.status() == 503 && refusal.retryAfter() != null)
                ? Fate.REJECTED
                : Fate.UNKNOWN;
        return new Failure(
                Kind.API,
                Outcome.ANSWERED,
                refusal.partial() ? Fate.PARTIAL : fate,
                Integer.toString(refusal.status()),
                null,
                refusal);
    }

    private static <T extends @Nullable Object> Result<T> failed(Failure failure) {
        return new Result.Failed<>(failure);
    }
}
