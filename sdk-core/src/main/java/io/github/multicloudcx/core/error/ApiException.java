package io.github.multicloudcx.core.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server answered, and the answer is no: an error status, or an envelope that reports an error under HTTP 200. The
 * statuses that a caller handles have subclasses.
 */
public class ApiException extends CxException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorAnswer answer;
    /** HTTP status. */
    private final int status;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public ApiException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, null, context);
        this.answer = answer;
        this.status = answer.status();
    }

    /**
     * Returns the whole answer.
     *
     * @return the answer; only its status after serialization
     */
    public ErrorAnswer answer() {
        return answer == null ? new ErrorAnswer(status) : answer;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 when an envelope reported the error
     */
    public int status() {
        return status;
    }

    /**
     * Returns the code of the API.
     *
     * @return the code as text, whatever JSON type it had, or null when there was none
     */
    public @Nullable String code() {
        return answer().code();
    }

    /**
     * Returns further data of the envelope.
     *
     * @return open JSON, or null when there was none
     */
    public @Nullable JsonNode detail() {
        return answer().detail();
    }

    /**
     * Returns the fields that were not accepted.
     *
     * @return empty when the server named none
     */
    public List<FieldError> fieldErrors() {
        return answer().fieldErrors();
    }

    /**
     * Returns what a bulk request left undone.
     *
     * @return ids, names or objects as the server listed them; empty when it listed none
     */
    public List<JsonNode> unprocessed() {
        return answer().unprocessed();
    }

    /**
     * Returns the beginning of the body.
     *
     * @return at most 8 KiB without secrets, or null when there was none
     */
    public @Nullable String body() {
        return answer().body();
    }
}
