package io.github.multicloudcx.auth;

import mockwebserver3.MockResponse;

/** Answers of a server. */
public final class Answers {
    private Answers() {}

    public static MockResponse empty(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
