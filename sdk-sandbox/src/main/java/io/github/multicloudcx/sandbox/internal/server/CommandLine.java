package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.nexus.NexusService;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of the standalone sandbox. */
public final class CommandLine {
    /** What {@code --help} prints. */
    public static final String HELP = """
            Runs a Multicloud CX deployment on loopback ports until Ctrl-C.

              --port NUMBER          port of the gateway (default: any free port)
              --storage-port NUMBER  port of the storage origin (default: any free port)
              --job-duration SECONDS how long an export runs (default: 4)
              --webhook CHANNEL=URL  where the messages of an agent are sent, who answers each text of a consumer;
                                     the channels are 0123456789 (SMS) and company.com (e-mail); may be repeated
              --help                 this text

            It prints the environment variables to set. A session with curl, once they are set:

              # a key and a certificate
              openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 365 -subj /CN=me
              # a token
              TOKEN=$(curl -s "$CX_BASE_URL/auth/v3/oauth/token" -H "x-api-key: $CX_API_KEY" \\
                  -H "Accept: application/json" -u "$CX_CLIENT_ID:$CX_CLIENT_SECRET" \\
                  -d grant_type=client_credentials | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              cx() { curl -s -H "x-api-key: $CX_API_KEY" -H "Authorization: Bearer $TOKEN" \\
                  -H "Accept: application/json" "$@"; }
              # upload the certificate
              cx -F file=@certificate.pem "$CX_BASE_URL/udm/v10/cipher/certificate.pem"
              # create a job
              cx -H "Content-Type: application/json" "$CX_BASE_URL/udm/v10/export/jobs" -d '{
                  "title":"Contacts","source":"UCS","type":"UCS","suspended":false,"timeFrame":{"all":true},
                  "schedulerParam":{"immediately":true},"jobParams":{"type":"Contact","media":["chat"]}}'
              # follow it until it is COMPLETED and has a fileName
              cx "$CX_BASE_URL/udm/v10/export/jobs/1"
              # download: the file is on another origin that wants none of these headers
              LINK=$(cx -o /dev/null -w '%{redirect_url}' "$CX_BASE_URL/udm/v10/files/UCS-Contact-1.smime")
              curl -s -o contacts.smime "$LINK"
              openssl smime -decrypt -inkey key.pem -in contacts.smime -out contacts.zip && unzip -p contacts.zip
            """;

    private static final List<String> CHANNELS = List.of(NexusService.SMS_CHANNEL, NexusService.EMAIL_CHANNEL);

    private final Map<String, URI> webhooks = new LinkedHashMap<>();
    private int port;
    private int storagePort;
    private Duration jobDuration = Duration.ofSeconds(4);
    private boolean help;

    private CommandLine() {}

    public static CommandLine parse(List<String> args) {
        CommandLine line = new CommandLine();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            line.read(rest.next(), rest);
        }
        return line;
    }

    private void read(String option, Iterator<String> rest) {
        switch (option) {
            case "--help" -> help = true;
            case "--port" -> port = number(option, rest, 65_535);
            case "--storage-port" -> storagePort = number(option, rest, 65_535);
            case "--webhook" -> webhook(rest);
            case "--job-duration" -> jobDuration = Duration.ofSeconds(number(option, rest, 86_400));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    private void webhook(Iterator<String> rest) {
        String[] parts = (rest.hasNext() ? rest.next() : "").split("=", 2);
        if (parts.length < 2 || !CHANNELS.contains(parts[0]) || !parts[1].matches("https?://[^\\s/]+(/\\S*)?")) {
            throw new IllegalArgumentException("--webhook needs a channel, one of " + CHANNELS + ", = and an http URL");
        }
        webhooks.put(parts[0], URI.create(parts[1]));
    }

    private static int number(String option, Iterator<String> rest, int highest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > highest) {
            throw new IllegalArgumentException(
                    option + " needs a number from 0 to " + highest + (value.isEmpty() ? "" : ", not " + value));
        }
        return Integer.parseInt(value);
    }

    public int port() {
        return port;
    }

    public int storagePort() {
        return storagePort;
    }

    public Duration jobDuration() {
        return jobDuration;
    }

    public Map<String, URI> webhooks() {
        return webhooks;
    }

    public boolean help() {
        return help;
    }
}
