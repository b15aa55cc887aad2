package io.github.multicloudcx.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to a webhook of the application.
 *
 * @param status HTTP status of the answer, 0 when there was none
 * @param body body of the answer
 * @param failure why there was no answer, such as a time-out, or null
 * @param problems how an answer that accepts the webhook breaks the contract
 */
public record WebhookAttempt(
        int status, String body, @Nullable String failure, List<String> problems) {
    /**
     * Copies.
     *
     * @param status HTTP status of the answer, 0 when there was none
     * @param body body of the answer
     * @param failure why there was no answer, such as a time-out, or null
     * @param problems how an answer that accepts the webhook breaks the contract
     */
    public WebhookAttempt {
        problems = List.copyOf(problems);
    }
}
