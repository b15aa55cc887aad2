/** The Authentication API: sign-in with a browser, user information, passwords and sign-out. */
module io.github.multicloudcx.auth {
    requires transitive io.github.multicloudcx.core;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.auth;

    opens io.github.multicloudcx.auth to
            com.fasterxml.jackson.databind;
}
