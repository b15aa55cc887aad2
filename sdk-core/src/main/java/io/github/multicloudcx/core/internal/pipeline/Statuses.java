package io.github.multicloudcx.core.internal.pipeline;

/** Names of HTTP statuses and what to do about them. */
final class Statuses {
    private Statuses() {}

    static String name(int status) {
        return switch (status) {
            case 200 -> "OK, but an error in the envelope";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> status < 300 ? "error in the envelope" : status < 400 ? "Redirect" : "Error";
        };
    }

    /** What to do when the endpoint itself has no advice. */
    static String advice(int status, String placeholders) {
        return switch (status) {
            case 401 -> "the credentials are refused and could not be renewed, check them";
            case 404 -> placeholders.isEmpty() ? "check the base URL" : "nothing is there, check " + placeholders;
            case 409 -> "it exists already or was changed in the meantime";
            case 415 -> "the server does not take this kind of body";
            case 429 -> "too many requests, set a rate limit or try later";
            default ->
                status >= 500
                        ? "the server failed, try later"
                        : status >= 300 && status < 400
                                ? "redirects are not followed, check the base URL"
                                : "the server does not accept the request, check its values";
        };
    }
}
