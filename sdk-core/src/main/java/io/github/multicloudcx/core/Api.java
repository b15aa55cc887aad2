package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.pipeline.Addresses;
import io.github.multicloudcx.core.internal.pipeline.Connection;
import io.github.multicloudcx.core.internal.pipeline.SpecBuilder;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one API of a deployment. The typed clients are made of it, and it is the way to any endpoint that the SDK
 * does not model: credentials, retries, errors and logging are the same.
 *
 * <pre>{@code
 * Call<VersionInfo> call = cx.api(ApiFamily.UDM).get("/v10/version").returning(VersionInfo.class);
 * }</pre>
 */
public final class Api {
    private final Connection connection;
    private final Addresses addresses;
    private final Envelope envelope;
    private final @Nullable SessionCookies cookies;

    Api(Connection connection, HttpUrl base, String basePath, Envelope envelope) {
        this(connection, new Addresses(base, basePath), envelope, null);
    }

    private Api(Connection connection, Addresses addresses, Envelope envelope, @Nullable SessionCookies cookies) {
        this.connection = connection;
        this.addresses = addresses;
        this.envelope = envelope;
        this.cookies = cookies;
    }

    /**
     * Expects answers wrapped in another way than most of this API are.
     *
     * @param other the envelope
     * @return a copy
     */
    public Api envelope(Envelope other) {
        return new Api(connection, addresses, Require.present(other, "envelope"), cookies);
    }

    /**
     * Makes the requests belong to a server session: they send its cookies and take over those that answers set.
     *
     * @param session the cookies of the session
     * @return a copy
     */
    public Api session(SessionCookies session) {
        return new Api(connection, addresses, envelope, Require.present(session, "session"));
    }

    /**
     * Begins a GET.
     *
     * @param path path of the reference with placeholders such as {@code {id}}
     * @return the request
     */
    public ApiRequest get(String path) {
        return request("GET", path);
    }

    /**
     * Begins a POST.
     *
     * @param path path of the reference with placeholders such as {@code {id}}
     * @return the request
     */
    public ApiRequest post(String path) {
        return request("POST", path);
    }

    /**
     * Begins a PUT.
     *
     * @param path path of the reference with placeholders such as {@code {id}}
     * @return the request
     */
    public ApiRequest put(String path) {
        return request("PUT", path);
    }

    /**
     * Begins a PATCH.
     *
     * @param path path of the reference with placeholders such as {@code {id}}
     * @return the request
     */
    public ApiRequest patch(String path) {
        return request("PATCH", path);
    }

    /**
     * Begins a DELETE.
     *
     * @param path path of the reference with placeholders such as {@code {id}}
     * @return the request
     */
    public ApiRequest delete(String path) {
        return request("DELETE", path);
    }

    private ApiRequest request(String method, String path) {
        SpecBuilder spec = new SpecBuilder(method, addresses, path, envelope);
        if (cookies != null) {
            spec.session(cookies.store());
        }
        return new ApiRequest(connection, spec);
    }
}
