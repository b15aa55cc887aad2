package io.github.multicloudcx.sandbox.internal.cometd;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Payload;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Promise;
import org.cometd.server.CometDResponse;

/** Collects what CometD writes until it is an answer. */
final class CollectedResponse implements CometDResponse {
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String contentType = MediaTypes.JSON;

    @Override
    public void addHeader(String name, String value) {
        headers.add(Map.entry(name, value));
    }

    @Override
    public void setContentType(String type) {
        contentType = type;
    }

    @Override
    public Output getOutput() {
        return this::write;
    }

    private void write(boolean last, byte[] bytes, Promise<Void> promise) {
        body.writeBytes(bytes);
        promise.succeed(null);
    }

    Answer answer() {
        Answer answer = Answer.of(200, contentType, Payload.of(body.toByteArray()));
        for (Map.Entry<String, String> header : headers) {
            answer = answer.adding(header.getKey(), header.getValue());
        }
        return answer;
    }
}
