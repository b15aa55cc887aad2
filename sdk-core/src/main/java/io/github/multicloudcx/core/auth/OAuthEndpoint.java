package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.token.TokenAddress;
import io.github.multicloudcx.core.internal.token.TokenForm;
import io.github.multicloudcx.core.internal.token.TokenTarget;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where {@link OAuth} asks for tokens, and what the request looks like. Unless told otherwise the body is a form, and the
 * client stands in it with its id and in an HTTP Basic header with id and secret (RFC 6749).
 *
 * <pre>{@code
 * OAuth.clientCredentials(clientId, clientSecret)
 *         .endpoint(OAuthEndpoint.of(ApiFamily.ARCHITECT, "/api/v2/oauth/token").clientInBody().asJson());
 * }</pre>
 */
public final class OAuthEndpoint {
    static final OAuthEndpoint STANDARD = new OAuthEndpoint(TokenTarget.STANDARD);

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final TokenTarget target;

    private OAuthEndpoint(TokenTarget target) {
        this.target = target;
    }

    /**
     * A token endpoint that is part of an API of the deployment.
     *
     * @param family the API whose base URL counts
     * @param path what follows the base URL and the base path of the API: begins with a slash, percent-encoded, without
     *     query, fragment and dot segments
     * @return the endpoint
     */
    public static OAuthEndpoint of(ApiFamily family, String path) {
        Require.present(family, "family");
        String text = Require.text(path, "path");
        HttpUrl whole = text.startsWith("/") ? HttpUrl.parse("http://localhost" + text) : null;
        if (!asItStands(whole, text)) {
            throw new IllegalArgumentException(
                    "path must begin with \"/\" and be percent-encoded, such as /api/v2/oauth/token, without query,"
                            + " fragment, \".\" and \"..\"");
        }
        return new OAuthEndpoint(new TokenTarget(new TokenAddress.OfApi(family, text), TokenForm.STANDARD));
    }

    /**
     * A token endpoint anywhere. The API key of the client goes there only when scheme, host and port are those of one of
     * its base URLs. Over plain http the client is not built, unless the host is loopback or named with
     * {@code allowCleartext}.
     *
     * @param url absolute URL with http or https, host and path; percent-encoded, without user, query, fragment and dot
     *     segments
     * @return the endpoint
     */
    public static OAuthEndpoint at(URI url) {
        String path = Require.present(url, "url").getRawPath();
        HttpUrl whole = HttpUrl.parse(url.toString());
        if (whole == null || url.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "url must be an absolute http or https URL, such as https://login.mypurecloud.com/oauth/token");
        }
        if (url.getRawAuthority().indexOf('@') >= 0 || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("url must not carry a user, a password, a query or a fragment");
        }
        if (!asItStands(whole, path)) {
            throw new IllegalArgumentException(
                    "url must have a path, such as /oauth/token, percent-encoded and without \".\" and \"..\"");
        }
        String root = whole.newBuilder().encodedPath("/").build().toString();
        URI base = URI.create(root.substring(0, root.length() - 1));
        return new OAuthEndpoint(new TokenTarget(new TokenAddress.OfServer(base, path), TokenForm.STANDARD));
    }

    /** Whether it is sent just so, which errors and logs can rely on then. */
    private static boolean asItStands(@Nullable HttpUrl whole, String path) {
        return whole != null
                && whole.encodedPath().equals(path)
                && whole.query() == null
                && whole.fragment() == null
                && !STRAY_PERCENT.matcher(path).find();
    }

    /**
     * Puts the client secret into the body, as {@code client_secret} beside {@code client_id}, and sends no
     * {@code Authorization} header.
     *
     * @return a copy
     */
    public OAuthEndpoint clientInBody() {
        return with(new TokenForm(true, target.form().json()));
    }

    /**
     * Sends the fields as a JSON object of texts in place of a form.
     *
     * @return a copy
     */
    public OAuthEndpoint asJson() {
        return with(new TokenForm(target.form().clientInBody(), true));
    }

    private OAuthEndpoint with(TokenForm form) {
        return new OAuthEndpoint(new TokenTarget(target.address(), form));
    }

    TokenTarget target() {
        return target;
    }

    /** Names address and form. */
    @Override
    public String toString() {
        return "OAuthEndpoint[" + target.address() + ", " + target.form() + "]";
    }
}
