package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.auth.AuthContext;
import java.net.URI;

/** Where tokens are asked for. */
public sealed interface TokenAddress {
    /** The token endpoint of the Authentication API. */
    TokenAddress STANDARD = new OfApi(ApiFamily.AUTH, "/oauth/token");

    /** Requests to the server, without authorization of the client. */
    Api api(AuthContext context);

    /** What is added to the URL of {@link #api}. */
    String path();

    /** The whole URL. */
    String url(AuthContext context);

    /** What tells it apart from other addresses in a token store. */
    String key(AuthContext context);

    /** What may be wrong when there is no token endpoint. */
    String suspect();

    /** A path of one of the APIs. */
    record OfApi(ApiFamily family, String path) implements TokenAddress {
        @Override
        public Api api(AuthContext context) {
            return context.unauthenticated(family);
        }

        @Override
        public String url(AuthContext context) {
            return context.baseUrl(family) + path;
        }

        /** Stores that exist hold the tokens of the standard address under its base URL. */
        @Override
        public String key(AuthContext context) {
            return equals(STANDARD) ? context.baseUrl(family).toString() : url(context);
        }

        @Override
        public String suspect() {
            return equals(STANDARD) ? "the base URL" : "the base URL and the path of the OAuthEndpoint";
        }

        @Override
        public String toString() {
            return family + " " + path;
        }
    }

    /** A path of a server that need not belong to the deployment; its base URL ends without a slash. */
    record OfServer(URI base, String path) implements TokenAddress {
        @Override
        public Api api(AuthContext context) {
            return context.unauthenticated(base);
        }

        @Override
        public String url(AuthContext context) {
            return base + path;
        }

        @Override
        public String key(AuthContext context) {
            return url(context);
        }

        @Override
        public String suspect() {
            return "the URL of the OAuthEndpoint";
        }

        @Override
        public String toString() {
            return base + path;
        }
    }
}
