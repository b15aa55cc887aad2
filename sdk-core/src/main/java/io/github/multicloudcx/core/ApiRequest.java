package io.github.multicloudcx.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.pipeline.Body;
import io.github.multicloudcx.core.internal.pipeline.Calls;
import io.github.multicloudcx.core.internal.pipeline.Connection;
import io.github.multicloudcx.core.internal.pipeline.Contents;
import io.github.multicloudcx.core.internal.pipeline.SpecBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;

/**
 * Describes a request. The {@code returning...} methods turn it into a {@link Call}; wrong parameters are
 * {@link IllegalArgumentException}s at that moment or before. It is changed in place and is not for several threads; the
 * calls made of it are immutable.
 */
public final class ApiRequest {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Connection connection;
    private final SpecBuilder spec;

    ApiRequest(Connection connection, SpecBuilder spec) {
        this.connection = connection;
        this.spec = spec;
    }

    /**
     * Fills a placeholder of the path. The value becomes one segment whatever it contains: it is percent-encoded.
     *
     * @param name name of the placeholder
     * @param value not blank, and not {@code .} or {@code ..} where the placeholder is the whole segment
     * @return this request
     */
    public ApiRequest path(String name, String value) {
        spec.path(name, value);
        return this;
    }

    /**
     * Fills a placeholder of the path with a number.
     *
     * @param name name of the placeholder
     * @param value the number
     * @return this request
     */
    public ApiRequest path(String name, long value) {
        return path(name, Long.toString(value));
    }

    /**
     * Adds a query parameter.
     *
     * @param name name of the parameter
     * @param value text, number or boolean in its plain form; null leaves the parameter out
     * @return this request
     */
    public ApiRequest query(String name, @Nullable Object value) {
        if (value instanceof Iterable || (value != null && value.getClass().isArray())) {
            throw new IllegalArgumentException(name + " takes one value; give several as a Collection<String>");
        }
        if (value != null) {
            spec.query(Require.text(name, "query parameter"), value.toString());
        }
        return this;
    }

    /**
     * Adds a query parameter that lists values separated by commas.
     *
     * @param name name of the parameter
     * @param values one or more, none blank, none with a comma
     * @return this request
     */
    public ApiRequest query(String name, Collection<String> values) {
        List<String> texts = Require.texts(values, name);
        texts.stream().filter(text -> text.indexOf(',') >= 0).findFirst().ifPresent(text -> {
            throw new IllegalArgumentException(name + " separates values by commas; none may contain one");
        });
        return query(name, String.join(",", texts));
    }

    /**
     * Adds a header.
     *
     * @param name name of the header; those that say who is calling are refused
     * @param value visible ASCII characters and blanks
     * @return this request
     */
    public ApiRequest header(String name, String value) {
        spec.header(name, value);
        return this;
    }

    /**
     * Sends JSON.
     *
     * @param value a model, a map or a {@link JsonNode}; null fields of models are left out
     * @return this request
     */
    public ApiRequest json(Object value) {
        try {
            byte[] bytes = connection.pipeline().engine().mapper().writeValueAsBytes(Require.present(value, "body"));
            return body(Contents.bytes(bytes, JSON));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "body of type " + value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /**
     * Sends a URL-encoded form.
     *
     * @param fields names and values
     * @return this request
     */
    public ApiRequest form(Map<String, String> fields) {
        return body(Contents.form(Require.present(fields, "fields")));
    }

    /**
     * Sends a file as multipart/form-data, streamed.
     *
     * @param part name of the part
     * @param upload the file
     * @return this request
     */
    public ApiRequest multipart(String part, Upload upload) {
        Require.text(part, "part");
        Require.present(upload, "upload");
        String boundary = UUID.randomUUID().toString();
        return body(Contents.streamed(
                () -> new MultipartBody.Builder(boundary)
                        .setType(MultipartBody.FORM)
                        .addFormDataPart(part, upload.fileName(), upload.open())
                        .build(),
                upload::available));
    }

    private ApiRequest body(Body body) {
        spec.body(body);
        return this;
    }

    /**
     * States that the reference calls the operation safe to repeat, although its method is not.
     *
     * @return this request
     */
    public ApiRequest safeToRepeat() {
        spec.safeToRepeat();
        return this;
    }

    /**
     * States that a GET changes something at the server all the same. It is repeated as any GET; its failures say that it may
     * have been carried out.
     *
     * @return this request
     */
    public ApiRequest changesState() {
        spec.changesState();
        return this;
    }

    /**
     * States that a 403 without further words means "not signed in", so that the token is renewed once.
     *
     * @return this request
     */
    public ApiRequest forbiddenMeansSignedOut() {
        spec.signInProbe();
        return this;
    }

    /**
     * States that the server holds its answer back until there is something to say. The read timeout of the connection
     * does not count then, only the {@link Call#timeout(java.time.Duration)} of the call.
     *
     * @return this request
     */
    public ApiRequest longPoll() {
        spec.longPoll();
        return this;
    }

    /**
     * Says what a person should do when the server answers with a status; it becomes part of the error line.
     *
     * @param status HTTP status
     * @param text for example {@code needs the role iWD Administrator}
     * @return this request
     */
    public ApiRequest advice(int status, String text) {
        Require.text(text, "advice");
        return advice(status, answer -> text);
    }

    /**
     * Says what a person should do when the server answers with a status that has several causes.
     *
     * @param status HTTP status
     * @param text makes the advice of the answer; null for the usual one
     * @return this request
     */
    public ApiRequest advice(int status, Function<ErrorAnswer, @Nullable String> text) {
        spec.advice(status, text);
        return this;
    }

    /**
     * Makes error answers exceptions of more special types.
     *
     * @param special is given the exception of the status, and returns it or one made of its message, answer and context
     * @return this request
     */
    public ApiRequest refusals(UnaryOperator<ApiException> special) {
        spec.refusals(special);
        return this;
    }

    /**
     * Says what an answer with a status may mean when an earlier attempt of the same call may have been carried out; it
     * becomes part of the error line then. A DELETE says of 404 by itself that the earlier attempt may have deleted it.
     *
     * @param status HTTP status
     * @param text for example {@code an earlier attempt of this call may have created it}
     * @return this request
     */
    public ApiRequest adviceWhenRepeated(int status, String text) {
        spec.adviceWhenRepeated(status, text);
        return this;
    }

    /**
     * Names a secret that the request carries, such as a password in its body. It is taken out of logs and errors of the
     * call, wherever the server repeats it, and the call is refused over plain http like one with credentials.
     *
     * @param secret the secret
     * @return this request
     */
    public ApiRequest secret(String secret) {
        spec.secret(Require.text(secret, "secret"));
        return this;
    }

    /**
     * Lets somebody else than the credentials of the client sign the request.
     *
     * @param authenticator who signs it
     * @return this request
     */
    public ApiRequest authorizedBy(Authenticator authenticator) {
        spec.authenticator(authenticator);
        return this;
    }

    /**
     * Expects the payload as a value.
     *
     * @param <T> type of the value
     * @param type a record, {@link JsonNode} or anything else that Jackson reads
     * @return the call
     */
    public <T> Call<T> returning(Class<T> type) {
        return calls().value(type);
    }

    /**
     * Expects the payload as a value, and takes along what failed of a bulk request.
     *
     * @param <T> type of the value
     * @param type a record, {@link JsonNode} or anything else that Jackson reads
     * @return the call
     */
    public <T> Call<WithErrors<T>> returningWithErrors(Class<T> type) {
        return calls().withErrors(type);
    }

    /**
     * Expects the payload to be an array; status 204 counts as an empty one.
     *
     * @param <T> type of the elements
     * @param type type of the elements
     * @return the call
     */
    public <T> Call<List<T>> returningList(Class<T> type) {
        return calls().list(type);
    }

    /**
     * Expects an array, alone or in a field of an object; status 204 and null count as an empty one.
     *
     * @param <T> type of the elements
     * @param type type of the elements
     * @param wrappers names that the field may have, one or more
     * @return the call
     */
    public <T> Call<List<T>> returningList(Class<T> type, List<String> wrappers) {
        return calls().list(type, Require.texts(wrappers, "wrappers"));
    }

    /**
     * Expects an array or, in its place, a single object; an empty object or status 204 counts as an empty array.
     *
     * @param <T> type of the elements
     * @param type type of the elements
     * @return the call
     */
    public <T> Call<List<T>> returningOneOrMany(Class<T> type) {
        return calls().oneOrMany(type);
    }

    /**
     * Expects any JSON at all, for answers that the reference does not describe.
     *
     * @return the call, whose value is the payload; a missing node when there is no body
     */
    public Call<JsonNode> returningJson() {
        return calls().json();
    }

    /**
     * Expects nothing; whatever JSON comes is only looked at for errors.
     *
     * @return the call, whose value is null
     */
    public Call<@Nullable Void> returningNothing() {
        return calls().nothing();
    }

    /**
     * Expects a text: a JSON string, or the body as it is.
     *
     * @return the call
     */
    public Call<String> returningText() {
        return calls().text();
    }

    /**
     * Expects the value in a header.
     *
     * @param name name of the header
     * @return the call
     */
    public Call<String> returningHeader(String name) {
        return calls().header(Require.headerName(name, "header name"));
    }

    /**
     * Expects a redirect, which is not followed.
     *
     * @return the call, whose value is where the answer points to; it may hold secrets
     */
    public Call<String> returningRedirect() {
        return calls().redirect();
    }

    /**
     * Expects a list that comes in pages, or all at once.
     *
     * @param <T> type of the items
     * @param paging names of the fields and parameters
     * @param type type of the items
     * @return the list
     */
    public <T> Listing<T> listing(Paging paging, Class<T> type) {
        return new Listing<>(connection, spec.copy(), Require.present(paging, "paging"), type, null, null);
    }

    /**
     * Expects content to be saved, given directly or behind a redirect to a link of another origin. Nothing of this
     * client goes to that other origin: no API key, no token, no cookie, no trace id.
     *
     * @return the download
     */
    public Download download() {
        return calls().download();
    }

    private Calls calls() {
        return new Calls(connection, spec);
    }
}
