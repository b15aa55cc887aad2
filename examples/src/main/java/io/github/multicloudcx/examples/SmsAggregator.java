package io.github.multicloudcx.examples;

import com.sun.net.httpserver.HttpServer;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.ReceiptReason;
import io.github.multicloudcx.nexus.messaging.ReceiptReasonCode;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.Receipts;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.WebhookHandler;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.WebhookReceiver;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A messaging aggregator in both directions: lines of standard input are texts of a consumer, agents answer by webhook. */
@Command(
        name = "SmsAggregator",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Sends each line of standard input as a text of a consumer, receives what agents write back,",
            "prints it, and confirms it with a receipt. It ends at the end of the input, --linger seconds later.",
            "Without CX_BASE_URL it runs against an embedded sandbox whose agent answers every text."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL or CX_BASE_URL_NEXUS, and the others in the README; a channel needs no client or token;",
            "  CX_CONTACT_CENTER, CX_APP_SECRET   id of the contact center and app secret of the channel"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every text was sent",
            "1:a text was not sent, or the port cannot be had; standard error says why",
            "2:wrong options or environment"
        })
public final class SmsAggregator implements Callable<Integer> {
    @Option(names = "--channel", paramLabel = "ID", description = "Default: ${DEFAULT-VALUE}.")
    private String channelId = "0123456789";

    @Option(
            names = "--consumer",
            paramLabel = "ID",
            description = "Phone number of the consumer. Default: ${DEFAULT-VALUE}.")
    private String consumer = "16504661149";

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "Port of the webhook, path /sms. Default: any free port.")
    private int port;

    @Option(
            names = "--linger",
            paramLabel = "SECONDS",
            description = "How long answers are waited for. Default: ${DEFAULT-VALUE}.")
    private int linger = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final ScheduledExecutorService carrier = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> environment;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    SmsAggregator(Map<String, String> environment, BufferedReader in, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int code = run(args, System.getenv(), in, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(
            String[] args, Map<String, String> environment, BufferedReader in, PrintStream out, PrintStream err) {
        return new CommandLine(new SmsAggregator(environment, in, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            boolean real = environment.keySet().stream().anyMatch(name -> name.startsWith("CX_BASE_URL"));
            if (real) {
                return aggregate(environment, target -> {});
            }
            out.println("CX_BASE_URL is not set: using an embedded sandbox.");
            try (Sandbox sandbox = Sandbox.start()) {
                sandbox.nexus().agentReplies(text -> "You wrote: " + text);
                Map<String, String> inside = new HashMap<>(sandbox.environment());
                inside.put("CX_CONTACT_CENTER", sandbox.nexus().contactCenterId());
                inside.put("CX_APP_SECRET", sandbox.nexus().appSecret());
                return aggregate(inside, target -> sandbox.nexus().webhook(channelId, target));
            }
        } catch (IOException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private interface Announcement {
        void webhookIsAt(URI target);
    }

    private int aggregate(Map<String, String> variables, Announcement announcement)
            throws IOException, InterruptedException {
        String secret = variable(variables, "CX_APP_SECRET");
        ChannelCredentials credentials = ChannelCredentials.of(variable(variables, "CX_CONTACT_CENTER"), secret);
        try (CxClient cx = CxClientBuilder.fromEnvironment(variables).build()) {
            Channel channel = NexusClient.create(cx).channel(channelId, credentials);
            // a few threads, a short queue, and what does not fit in is delivered again
            ExecutorService workers = new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
            ExecutorService readers = Executors.newFixedThreadPool(8);
            HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
            try {
                server.createContext(
                        "/sms",
                        WebhookHandler.of(WebhookReceiver.messages(
                                Webhooks.signedWith(secret), workers, delivery -> fromAgent(channel, delivery))));
                server.setExecutor(readers);
                server.start();
                URI target =
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
                out.println("Webhook of channel " + channelId + ": " + target);
                announcement.webhookIsAt(target);
                return toAgents(channel);
            } finally {
                server.stop(0);
                readers.shutdown();
                workers.shutdownNow();
                carrier.shutdownNow();
            }
        }
    }

    /** What an agent wrote goes to a carrier, which is the screen here, and the carrier reports a moment later. */
    private WebhookOutcome fromAgent(Channel channel, WebhookDelivery<WebhookMessage> delivery) {
        Receipts receipts = Receipts.of(delivery.content());
        if (delivery.content() instanceof OutgoingSmsMessage sms) {
            out.println("agent to " + sms.channel().to().get(0).id() + ": " + sms.text());
            report(channel, receipts.delivered());
        } else {
            err.println("Not delivered: a message of type " + delivery.content().type());
            report(channel, receipts.failed(ReceiptReason.of(ReceiptReasonCode.UNSUPPORTED)));
        }
        return WebhookOutcome.accepted();
    }

    /** Not before the webhook was answered: a receipt for a message that is not taken over yet matches nothing. */
    private void report(Channel channel, List<InboundMessage> receipts) {
        var unused = carrier.schedule(
                () -> {
                    try {
                        channel.send(receipts).execute();
                        out.println("receipt sent");
                    } catch (CxException e) {
                        err.println("Receipt not sent: " + e.getMessage());
                    }
                },
                200,
                TimeUnit.MILLISECONDS);
    }

    private int toAgents(Channel channel) throws IOException, InterruptedException {
        int code = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            try {
                channel.send(InboundMessage.text(line).from(consumer).to(channelId))
                        .execute();
                out.println("consumer " + consumer + ": " + line);
            } catch (CxException e) {
                err.println("Not sent: " + e.getMessage());
                code = 1;
            }
        }
        TimeUnit.SECONDS.sleep(linger);
        return code;
    }

    private static String variable(Map<String, String> variables, String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
