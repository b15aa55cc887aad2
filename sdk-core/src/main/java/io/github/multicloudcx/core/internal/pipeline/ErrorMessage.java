package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.error.ForbiddenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the one line of an error: what failed, where, what the server said, what to do, how often it was tried. */
final class ErrorMessage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");
    private static final int LONGEST_QUOTE = 300;
    private static final String NO_CREDENTIALS =
            "no credentials are set, give the client some (CX_CLIENT_ID and CX_CLIENT_SECRET)";

    private final Engine engine;
    private final Answers answers;

    ErrorMessage(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    String line(Run run, Failure failure, Fate fate) {
        List<String> parts = new ArrayList<>();
        parts.add(head(run, failure));
        add(parts, failure.refusal() == null ? why(run, failure) : advice(run, failure.refusal()));
        add(parts, earlierAttempt(run, failure));
        add(parts, spentBudget(run, failure));
        if (fate != Fate.REJECTED && !(fate == Fate.UNKNOWN && run.spec.reads())) {
            parts.add(fate.advice());
        }
        int attempts = run.timeline.attempts().size();
        parts.add(attempts + (attempts == 1 ? " attempt, " : " attempts, ")
                + run.deadline.elapsed().toMillis() + " ms, trace " + run.traceId);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private String head(Run run, Failure failure) {
        String request = " for " + run.spec.method() + " " + run.spec.template();
        Failure.Refusal refusal = failure.refusal();
        if (refusal == null) {
            return headWithoutAnswer(run, failure) + request;
        }
        String said = refusal.problem().message();
        String code = refusal.problem().code();
        List<FieldError> fields = refusal.problem().fieldErrors();
        return refusal.status() + " " + Statuses.name(refusal.status()) + request
                + (said == null ? "" : ": " + quote(said))
                + (fields.isEmpty()
                        ? code == null ? "" : " (code " + quote(code) + ")"
                        : ": " + quote(fields.stream().map(ErrorMessage::words).collect(Collectors.joining(", "))));
    }

    private static String words(FieldError error) {
        return (error.field() == null ? "" : error.field() + ": ")
                + (error.message() == null ? "not accepted" : error.message())
                + (error.code() == null ? "" : " (code " + error.code() + ")");
    }

    private String headWithoutAnswer(Run run, Failure failure) {
        String to = " to " + run.spec.target().origin();
        return switch (failure.kind()) {
            case TIMEOUT -> failure.words().equals("no answer") ? "No answer" : "Out of time";
            case INTERRUPTED -> "Interrupted";
            case CLOSED -> "Client closed";
            case DECODE -> "Answer not as documented";
            case STORAGE -> "Local file not readable";
            default ->
                (failure.fate() == Fate.NOT_SENT ? "No connection" : "Broken connection") + to + " (" + failure.words()
                        + ")";
        };
    }

    private @Nullable String why(Run run, Failure failure) {
        Duration read = engine.transport().readTimeout();
        return switch (failure.kind()) {
            case TIMEOUT ->
                failure.words().equals("no answer")
                        ? "the server was silent for " + words(read) + "; raise readTimeout if it needs longer"
                        : failure.words() + ": the call had " + words(run.deadline.total())
                                + "; raise its timeout if it needs longer";
            case DECODE -> failure.cause() == null ? null : failure.cause().getMessage();
            case STORAGE -> failure.cause() == null ? null : failure.cause().toString();
            case CONNECTION -> connectionAdvice(failure);
            default -> null;
        };
    }

    private String connectionAdvice(Failure failure) {
        return switch (failure.words()) {
            case "unknown host" -> "check the base URL and the name service";
            case "connection refused" -> "check host and port of the base URL";
            case "connect timeout" ->
                "not reachable within " + words(engine.transport().connectTimeout())
                        + ", check the base URL, proxy and firewall";
            case "certificate not trusted" -> "trust it in the OkHttpClient or correct the host name";
            case "TLS failure" -> "check that the port speaks TLS and which versions it allows";
            case "no credentials" -> "the authenticator failed, see the cause";
            case "no connection" -> "it could not be made, check the base URL, proxy and firewall";
            default -> "it was cut while in use";
        };
    }

    private String advice(Run run, Failure.Refusal refusal) {
        if (refusal.status() == 403) {
            return forbidden(run, refusal);
        }
        Duration wait = refusal.retryAfter();
        if (wait != null && wait.compareTo(run.policy.maxRetryAfter()) > 0) {
            return "the server asks to wait " + words(wait) + ", more than the allowed "
                    + words(run.policy.maxRetryAfter()) + " (maxRetryAfter)";
        }
        if (refusal.status() == 401 && !run.recovered) {
            return signedOut(run, refusal);
        }
        String own = own(run, refusal);
        return own == null ? Statuses.advice(refusal.status(), placeholders(run.spec.template())) : own;
    }

    /** What the endpoint itself has to say about the answer. */
    private @Nullable String own(Run run, Failure.Refusal refusal) {
        var advice = run.spec.advice().get(refusal.status());
        return advice == null ? null : advice.apply(answers.of(refusal));
    }

    private String signedOut(Run run, Failure.Refusal refusal) {
        String own = own(run, refusal);
        if (own != null) {
            return own;
        }
        return run.authorization.headers().isEmpty()
                ? NO_CREDENTIALS
                : "the credentials are refused, and there is no way to renew them; check them";
    }

    private String forbidden(Run run, Failure.Refusal refusal) {
        ForbiddenException.Reason reason = Refusals.reason(refusal, run.spec.signInProbe());
        return switch (reason) {
            case API_KEY ->
                engine.apiKey() == null
                        ? "the API gateway wants an API key, set apiKey (CX_API_KEY)"
                        : "the API gateway refuses the API key, check apiKey (CX_API_KEY)";
            case NOT_SIGNED_IN ->
                run.authorization.headers().isEmpty()
                        ? NO_CREDENTIALS
                        : "not signed in, and a fresh token did not help";
            case PERMISSION ->
                Objects.requireNonNullElse(
                        own(run, refusal), "the user lacks a permission or role, ask an administrator");
        };
    }

    /** What a refusal may mean when an attempt before it may have been carried out. */
    private static @Nullable String earlierAttempt(Run run, Failure failure) {
        boolean sent = run.failures.subList(0, run.failures.indexOf(failure)).stream()
                .anyMatch(earlier -> earlier.fate() == Fate.UNKNOWN);
        return sent ? run.spec.adviceWhenRepeated().get(failure.status()) : null;
    }

    private static @Nullable String spentBudget(Run run, Failure failure) {
        boolean last = failure.equals(run.failures.get(run.failures.size() - 1));
        return run.budgetSpent && last
                ? "not repeated, because the retry budget of this client is used up: too many of its calls failed"
                : null;
    }

    private static String placeholders(String template) {
        return PLACEHOLDER.matcher(template).results().map(MatchResult::group).collect(Collectors.joining(" and "));
    }

    private String quote(String text) {
        String line = engine.redactor().text(text).replaceAll("\\s+", " ").trim();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
