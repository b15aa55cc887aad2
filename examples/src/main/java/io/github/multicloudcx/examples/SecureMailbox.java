package io.github.multicloudcx.examples;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.securemail.Removal;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailList;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import io.github.multicloudcx.nexus.securemail.SecureMails;
import io.github.multicloudcx.nexus.securemail.SendSecureMail;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The secure mailbox of a consumer: list, read, answer, remove. */
@Command(
        name = "SecureMailbox",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Lists, reads, answers and removes the secure emails of a consumer. Without a command it lists.",
            "The fields of an email are documented nowhere: it is shown as JSON, and answered with --field.",
            "Without CX_BASE_URL it runs against an embedded sandbox with three emails in it."
        },
        footerHeading = "%nEnvironment:%n",
        footer = "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the deployment or the network failed; the line on standard error says why",
            "2:wrong options or environment"
        })
public final class SecureMailbox implements Callable<Integer> {
    @Option(
            names = "--address",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            description = "Mail address of the consumer. Default: ${DEFAULT-VALUE}.")
    private String address = "consumer@example.com";

    @Option(
            names = "--securebox",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Only the emails of this securebox, 3 to 16 letters or digits.")
    private String securebox;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    SecureMailbox(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new CommandLine(new SecureMailbox(environment, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        return list(false);
    }

    @Command(description = "Prints a line per email, the newest first.")
    int list(@Option(names = "--unread", description = "Only those that were not read.") boolean unread) {
        return with(mails -> {
            SecureMailList list = mails.list(address);
            list = securebox == null ? list : list.securebox(securebox);
            list = unread ? list.status(SecureMailStatus.UNREAD) : list;
            long count = list.stream()
                    .peek(mail -> out.println(mail.id() + "  " + mail.json()))
                    .count();
            out.println(count + (count == 1 ? " email" : " emails"));
        });
    }

    @Command(description = "Prints an email and marks it as read.")
    int read(@Parameters(paramLabel = "ID") String id) {
        return with(
                mails -> out.println(mails.getAndMarkRead(id).execute().json().toPrettyString()));
    }

    @Command(description = "Sends an email to the contact center.")
    int answer(
            @Option(names = "--field", paramLabel = "NAME=VALUE", description = "A field of the email; repeat it.")
                    Map<String, String> fields) {
        return with(mails -> {
            Map<String, String> data = new LinkedHashMap<>(Map.of("from", address));
            data.putAll(fields == null ? Map.of() : fields);
            SendSecureMail send = mails.send(data);
            out.println("Sent: "
                    + (securebox == null ? send : send.securebox(securebox))
                            .call()
                            .execute()
                            .secureMailId());
        });
    }

    @Command(description = "Removes an email, or all that were read.")
    int remove(
            @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "") String id,
            @Option(names = "--all-read", description = "All emails of the consumer that were read.") boolean allRead,
            @Option(names = "--purge", description = "Also from the contact database.") boolean purge) {
        if (id.isEmpty() != allRead) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name an ID, or --all-read, and not both");
        }
        return with(mails -> {
            // all of them first: a list shifts while its emails are removed
            List<String> ids = allRead ? read(mails) : List.of(id);
            ids.forEach(each -> {
                mails.remove(each, purge ? Removal.PURGE : Removal.DELETE).execute();
                out.println((purge ? "Purged: " : "Deleted: ") + each);
            });
        });
    }

    private List<String> read(SecureMails mails) {
        SecureMailList list = mails.list(address).status(SecureMailStatus.READ);
        return (securebox == null ? list : list.securebox(securebox))
                .stream().map(SecureMail::id).filter(Objects::nonNull).toList();
    }

    private interface Work {
        void on(SecureMails mails);
    }

    private int with(Work work) {
        try {
            if (!environment.getOrDefault("CX_BASE_URL", "").isBlank()) {
                return connected(environment, work);
            }
            out.println("CX_BASE_URL is not set: using an embedded sandbox with three emails.");
            try (Sandbox sandbox = Sandbox.start()) {
                for (String subject : List.of("Your contract", "Your bill", "Your question")) {
                    var unused = sandbox.nexus()
                            .addSecureMail(
                                    address,
                                    securebox == null ? "" : securebox,
                                    JsonNodeFactory.instance.objectNode().put("subject", subject));
                }
                return connected(sandbox.environment(), work);
            }
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private static int connected(Map<String, String> connection, Work work) {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            work.on(NexusClient.create(cx).secureMails());
            return 0;
        }
    }
}
