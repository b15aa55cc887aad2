package io.github.multicloudcx.core;

/**
 * How an answer is wrapped and how it tells success from failure. Whatever the envelope, the errors of the gateway
 * ({@code {"message":...}}), of OAuth, of Spring, HTML pages and empty bodies are understood too.
 */
public enum Envelope {
    /**
     * {@code {"status":{"code":int,"message","detail"},"data","errors","path"}}: code 0 done, 1 accepted, 2 partly done,
     * anything else an error even under HTTP 200. The value is {@code data}.
     */
    ENGAGE,
    /**
     * As {@link #ENGAGE} with codes as text, of which {@code SUCCESS} is success. An answer without a status, which the
     * reference shows, is as good as its HTTP status. The value is the whole body.
     */
    SECURE_EMAIL,
    /** {@code {"statusCode":int,"statusMessage"}}: 0 is success; the value is the whole body. */
    RECORDING,
    /** {@code {"message","errors":[{"code","field","message"}]}} on errors; the value is the whole body. */
    GRS,
    /** {@code {"error","error_description"}} on errors; the value is the whole body. */
    OAUTH,
    /**
     * No envelope: the value is the whole body. An object {@code status} with an error code is an error all the same, and
     * so is an array under HTTP 500: it lists what a bulk request left undone.
     */
    BARE,
    /**
     * As {@link #BARE}, and where an answer is wrapped like those of {@link #ENGAGE} nevertheless, the value is its
     * {@code data}.
     */
    BARE_OR_ENGAGE
}
