package io.github.multicloudcx.examples;

import io.github.multicloudcx.nexus.webhook.OutgoingEmailMessage;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.UnknownMessage;
import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The third-party messaging webhook in any servlet container: copy it, change {@link #receive} and map it to a path. The
 * initialization parameter {@code appSecret} holds the app secret of the channel. Filters that read parameters or the body
 * must not stand before it, because the signature is over the exact bytes.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private transient ExecutorService executor;
    private transient WebhookReceiver receiver;

    /** Says how many messages are worked on at once, and how many may wait; more are put off. */
    @Override
    public void init() {
        executor = new ThreadPoolExecutor(8, 8, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
        receiver =
                WebhookReceiver.messages(Webhooks.signedWith(getInitParameter("appSecret")), executor, this::receive);
    }

    /** What is done about a message. It may take its time; what it throws is delivered again. */
    private WebhookOutcome receive(WebhookDelivery<WebhookMessage> delivery) {
        WebhookMessage message = delivery.content();
        if (message instanceof OutgoingSmsMessage sms) {
            log("SMS with " + (sms.text() == null ? 0 : sms.text().length()) + " characters, " + sms.messageId());
        } else if (message instanceof OutgoingEmailMessage email) {
            log("E-mail to " + email.channel().to().size() + " recipients, " + email.messageId());
        } else if (message instanceof UnknownMessage unknown) {
            log("Message of type " + unknown.type() + ", " + unknown.messageId());
        }
        return WebhookOutcome.accepted();
    }

    /** Hands the request over and gives the thread back; the receiver answers in time. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        try {
            receiver.receive(
                    request.getMethod(),
                    name -> Collections.list(request.getHeaders(name)),
                    request.getInputStream(),
                    answer -> complete(async, answer));
        } catch (IOException | RuntimeException e) {
            async.complete();
            throw e;
        }
    }

    private void complete(AsyncContext async, WebhookAnswer answer) {
        try {
            HttpServletResponse response = (HttpServletResponse) async.getResponse();
            response.setStatus(answer.status());
            response.setContentType(WebhookAnswer.CONTENT_TYPE);
            response.getOutputStream().write(answer.bytes());
        } catch (IOException e) {
            log("The sender of a webhook had gone before it was answered " + answer.status());
        } finally {
            async.complete();
        }
    }

    /** Ends the threads. */
    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
