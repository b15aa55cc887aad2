package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Headers;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Turns what the server received into an exchange and hands the answer to the deliverer. */
final class OriginHandler extends Handler.Abstract {
    private final Application gateway;
    private final Application storage;
    private final Deliverer deliverer;
    private final InFlight inFlight;

    OriginHandler(Application gateway, Application storage, Deliverer deliverer, InFlight inFlight) {
        this.gateway = gateway;
        this.storage = storage;
        this.deliverer = deliverer;
        this.inFlight = inFlight;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        inFlight.enter();
        Callback tracked = Callback.from(callback, inFlight::leave);
        try {
            answer(request, response, tracked);
        } catch (Exception | AssertionError failure) {
            // a hook of a test throws both
            tracked.failed(failure);
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = exchange(request);
        Application application = exchange.origin() == Origin.GATEWAY ? gateway : storage;
        Answer answer = application.answer(exchange);
        deliverer.deliver(answer, request, response, callback);
    }

    private static Exchange exchange(Request request) throws Exception {
        Headers headers = new Headers();
        request.getHeaders().forEach(field -> headers.add(field.getName(), String.valueOf(field.getValue())));
        ByteBuffer body = Content.Source.asByteBuffer(request);
        return new Exchange(
                Origin.valueOf(request.getConnectionMetaData().getConnector().getName()),
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                headers,
                BufferUtil.toArray(body));
    }
}
