package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.fault.FaultRule;
import io.github.multicloudcx.sandbox.internal.fault.FaultTarget;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Delivery;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import java.time.Duration;
import java.time.Instant;

/** Describes one fault; the method that says what goes wrong also puts it in place. */
public final class FaultBuilder {
    private final Faults faults;
    private final FaultTarget target;
    private int times = 1;
    private int after;

    FaultBuilder(Faults faults, FaultTarget target) {
        this.faults = faults;
        this.target = target;
    }

    /**
     * How many requests it meets; 1 unless said otherwise.
     *
     * @param number 1 or more
     * @return this
     */
    public FaultBuilder times(int number) {
        times = number;
        return this;
    }

    /**
     * How many matching requests it lets through first; 0 unless said otherwise.
     *
     * @param number 0 or more
     * @return this
     */
    public FaultBuilder after(int number) {
        after = number;
        return this;
    }

    /**
     * Answers a status without a body.
     *
     * @param status HTTP status
     * @return the faults, to add another
     */
    public Faults status(int status) {
        return answer(Answer.empty(status));
    }

    /**
     * Answers a status with a body.
     *
     * @param status HTTP status
     * @param contentType media type of the body
     * @param body text of the body
     * @return the faults, to add another
     */
    public Faults status(int status, String contentType, String body) {
        return answer(Answer.text(status, contentType, body));
    }

    /**
     * Answers a body; another name for {@link #status(int, String, String)}.
     *
     * @param status HTTP status
     * @param contentType media type of the body
     * @param body text of the body
     * @return the faults, to add another
     */
    public Faults body(int status, String contentType, String body) {
        return status(status, contentType, body);
    }

    /**
     * Answers a status without a body, neither a length nor a type.
     *
     * @param status HTTP status
     * @return the faults, to add another
     */
    public Faults emptyBody(int status) {
        return answer(Answer.empty(status));
    }

    /**
     * Answers a status with a Retry-After header.
     *
     * @param status HTTP status, for example 429 or 503
     * @param headerValue seconds or an HTTP date
     * @return the faults, to add another
     */
    public Faults retryAfter(int status, String headerValue) {
        return answer(Answer.error(status, "Too many requests").with("Retry-After", headerValue));
    }

    /**
     * Answers the error page of a servlet container.
     *
     * @param status HTTP status
     * @return the faults, to add another
     */
    public Faults html(int status) {
        return answer(Answer.errorPage(status, "Something went wrong"));
    }

    /**
     * Answers the JSON error page of Spring, whose status is a number.
     *
     * @param status HTTP status
     * @return the faults, to add another
     */
    public Faults spring(int status) {
        return answer(Answer.springPage(status, Instant.EPOCH, "No message available", "/error"));
    }

    /**
     * Answers the envelope {@code {"status":{"code":...,"message":...}}}.
     *
     * @param httpStatus HTTP status, 200 for an error that hides
     * @param code code in the envelope
     * @param message message in the envelope
     * @return the faults, to add another
     */
    public Faults envelope(int httpStatus, int code, String message) {
        return answer(Answer.json(httpStatus, Json.envelope(code, message)));
    }

    /**
     * Answers as usual, but late.
     *
     * @param latency real time to wait first
     * @return the faults, to add another
     */
    public Faults latency(Duration latency) {
        return add((revoke, healthy) -> healthy.get().delivered(Delivery.late(latency)));
    }

    /**
     * Never answers.
     *
     * @return the faults, to add another
     */
    public Faults hang() {
        return answer(Answer.empty(0).delivered(Delivery.of(Delivery.Kind.HANG, 0)));
    }

    /**
     * Resets the connection instead of answering; the operation itself is not carried out.
     *
     * @return the faults, to add another
     */
    public Faults resetBeforeAnswer() {
        return answer(Answer.reset());
    }

    /**
     * Carries out the operation and resets the connection instead of answering: the client cannot know that it happened.
     *
     * @return the faults, to add another
     */
    public Faults loseAnswer() {
        return add((revoke, healthy) -> healthy.get().delivered(Delivery.of(Delivery.Kind.RESET, 0)));
    }

    /**
     * Carries out the operation, announces the whole answer and resets the connection in the middle of its body.
     *
     * @param bytes how many bytes of the body are still sent; the reset may overtake the last of them
     * @return the faults, to add another
     */
    public Faults resetAfterBytes(long bytes) {
        return add((revoke, healthy) -> healthy.get().delivered(Delivery.of(Delivery.Kind.CUT, bytes)));
    }

    /**
     * Carries out the operation and answers the first half of the JSON, as if it were complete.
     *
     * @return the faults, to add another
     */
    public Faults truncatedJson() {
        return add((revoke, healthy) -> {
            Answer whole = healthy.get();
            return whole.withBody(whole.body().part(0, whole.body().length() / 2));
        });
    }

    /**
     * Answers 200 with one JSON string of the given length.
     *
     * @param bytes length of the body, 2 or more
     * @return the faults, to add another
     */
    public Faults hugeBody(long bytes) {
        Answer start = Answer.text(200, MediaTypes.JSON, "");
        return answer(start.delivered(Delivery.of(Delivery.Kind.HUGE, bytes)));
    }

    /**
     * Revokes the access token of the caller and answers as the operation does without a valid one.
     *
     * @return the faults, to add another
     */
    public Faults expiredToken() {
        return add((revoke, healthy) -> {
            revoke.run();
            return healthy.get();
        });
    }

    /**
     * Answers as the gateway does to a wrong API key.
     *
     * @return the faults, to add another
     */
    public Faults gatewayForbidden() {
        return answer(Answer.json(403, Json.object().put("message", "Forbidden")));
    }

    /**
     * Answers 403 with envelope code 603, the other spelling of "not signed in".
     *
     * @return the faults, to add another
     */
    public Faults forbidden603() {
        return answer(Answer.json(403, Json.envelope(603, "Unauthorized")));
    }

    /**
     * Answers as the storage does to a presigned link whose time is over.
     *
     * @return the faults, to add another
     */
    public Faults expiredLink() {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
        return answer(Answer.text(403, MediaTypes.XML, body));
    }

    private Faults answer(Answer answer) {
        return add((revoke, healthy) -> answer);
    }

    private Faults add(FaultRule.Effect effect) {
        return faults.add(new FaultRule(target, after, times, effect));
    }
}
