package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.nexus.openmedia.CreatedInteraction;
import io.github.multicloudcx.nexus.securemail.Removal;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailCount;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import io.github.multicloudcx.nexus.securemail.SentSecureMail;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of secure email or open media, how it is called, what it sends, and what an empty object, which is the
 * sample of all of them, becomes.
 *
 * @param id operationId
 * @param line method and target that are expected
 * @param body body that is expected, or null
 * @param empty what {@code {}} becomes; null for no value
 * @param kind what is due in an answer
 * @param repeatable whether it is safe to repeat
 * @param advice what a 404 advises
 * @param call makes the call
 */
public record Operation(
        String id,
        String line,
        @Nullable String body,
        @Nullable Object empty,
        Kind kind,
        boolean repeatable,
        String advice,
        Function<NexusClient, Call<?>> call) {
    private static final String BOX = "&securebox=box1";
    private static final String NOBODY = "there is no contact with this address";
    private static final String NO_MAIL = "there is no secure email with this id";
    private static final String NO_INTERACTION = "there is no interaction with this ";
    private static final String CASES = "/nexus/v3/openmedia/the%20cases/interactions";

    /** What an answer must be. */
    public enum Kind {
        LIST,
        ANY
    }

    static List<Operation> all() {
        return List.of(
                mail(
                        "listSecureEmails",
                        "GET /nexus/v3/securemail?address=a%2Bb%40mail.com&status=unread&index=20&count=5" + BOX,
                        new Page<>(List.of(), null, 20, null),
                        NOBODY,
                        nexus -> nexus.secureMails()
                                .list("a+b@mail.com")
                                .status(SecureMailStatus.UNREAD)
                                .securebox("box1")
                                .from(20)
                                .size(5)
                                .page()),
                mail(
                        "countSecureEmails",
                        "GET /nexus/v3/securemail/count?address=a%40mail.com&status=read" + BOX,
                        new SecureMailCount(null),
                        NOBODY,
                        nexus -> nexus.secureMails()
                                .count("a@mail.com")
                                .status(SecureMailStatus.READ)
                                .securebox("box1")
                                .call()),
                new Operation(
                        "sendSecureEmail",
                        "POST /nexus/v3/securemail?securebox=box1",
                        "{\"data\":{\"subject\":\"s\"},\"operationId\":\"7\"}",
                        new SentSecureMail(null, null, null, null),
                        Kind.ANY,
                        false,
                        "",
                        nexus -> nexus.secureMails()
                                .send(Map.of("subject", "s"))
                                .securebox("box1")
                                .operationId("7")
                                .call()),
                mail(
                        "getSecureEmail",
                        "GET /nexus/v3/securemail/m%2F1",
                        EMPTY_MAIL,
                        NO_MAIL,
                        nexus -> nexus.secureMails().get("m/1")),
                mail(
                        "getSecureEmail",
                        "GET /nexus/v3/securemail/m%2F1?read=true",
                        EMPTY_MAIL,
                        NO_MAIL,
                        nexus -> nexus.secureMails().getAndMarkRead("m/1")),
                mail(
                        "deleteSecureEmail",
                        "DELETE /nexus/v3/securemail/m%2F1?remove=purge",
                        null,
                        NO_MAIL,
                        nexus -> nexus.secureMails().remove("m/1", Removal.PURGE)),
                mail(
                        "getSecureEmailUserdata",
                        "GET /nexus/v3/securemail/m%2F1/userdata",
                        Samples.tree("{}"),
                        NO_MAIL,
                        nexus -> nexus.secureMails().userData("m/1")),
                create(
                        "{\"data\":{\"externalId\":\"e/1\",\"userData\":{\"a\":1}}}",
                        true,
                        nexus -> nexus.openMedia("the cases")
                                .create()
                                .externalId("e/1")
                                .userData("a", 1)
                                .call()),
                create(
                        "{\"data\":{\"parentInteractionId\":\"p\",\"receivedAt\":\"yesterday\"}}",
                        false,
                        nexus -> nexus.openMedia("the cases")
                                .create()
                                .parentInteractionId("p")
                                .receivedAt("yesterday")
                                .call()),
                media(
                        "getOpenMediaInteraction",
                        "GET",
                        "/i%2F1",
                        null,
                        "interactionId",
                        nexus -> byId(nexus).get()),
                media(
                        "stopOpenMediaInteraction",
                        "POST",
                        "/i%2F1/stop",
                        "{\"data\":{}}",
                        "interactionId",
                        nexus -> byId(nexus).stop().call()),
                media(
                        "updateOpenMediaInteraction",
                        "POST",
                        "/i%2F1/update",
                        "{\"data\":{\"changedProperties\":{\"a\":1,\"b\":\"x\"},\"addedProperties\":{\"c\":true},"
                                + "\"deletedProperties\":[\"d\",\"e\"]}}",
                        "interactionId",
                        nexus -> byId(nexus)
                                .update()
                                .change("a", 1)
                                .change("b", "x")
                                .add("c", true)
                                .delete("d")
                                .delete("e")
                                .call()),
                media(
                        "getOpenMediaInteractionByExternalId",
                        "GET",
                        "/ext_e%2F1",
                        null,
                        "externalId",
                        nexus -> byExternalId(nexus).get()),
                media(
                        "stopOpenMediaInteractionByExternalId",
                        "POST",
                        "/ext_e%2F1/stop",
                        "{\"data\":{\"reasonSystemName\":\"done\",\"reasonDescription\":\"is done\"}}",
                        "externalId",
                        nexus -> byExternalId(nexus)
                                .stop()
                                .reasonSystemName("done")
                                .reasonDescription("is done")
                                .call()),
                media(
                        "updateOpenMediaInteractionByExternalId",
                        "POST",
                        "/ext_e%2F1/update",
                        "{\"data\":{\"deletedProperties\":[\"d\"]}}",
                        "externalId",
                        nexus -> byExternalId(nexus).update().delete("d").call()));
    }

    private static final SecureMail EMPTY_MAIL = new SecureMail(Samples.tree("{}"));

    private static io.github.multicloudcx.nexus.openmedia.OpenMediaInteraction byId(NexusClient nexus) {
        return nexus.openMedia("the cases").byId("i/1");
    }

    private static io.github.multicloudcx.nexus.openmedia.OpenMediaInteraction byExternalId(NexusClient nexus) {
        return nexus.openMedia("the cases").byExternalId("e/1");
    }

    private static Operation mail(
            String id, String line, @Nullable Object empty, String advice, Function<NexusClient, Call<?>> call) {
        Kind kind = id.equals("listSecureEmails") ? Kind.LIST : Kind.ANY;
        return new Operation(id, line, null, empty, kind, true, advice, call);
    }

    private static Operation create(String body, boolean repeatable, Function<NexusClient, Call<?>> call) {
        return new Operation(
                "createOpenMediaInteraction",
                "POST " + CASES,
                body,
                new CreatedInteraction(false, Samples.tree("{}")),
                Kind.ANY,
                repeatable,
                "there is no open media service of this name",
                call);
    }

    private static Operation media(
            String id,
            String method,
            String target,
            @Nullable String body,
            String name,
            Function<NexusClient, Call<?>> call) {
        return new Operation(
                id,
                method + " " + CASES + target,
                body,
                Samples.tree("{}"),
                Kind.ANY,
                method.equals("GET"),
                NO_INTERACTION + name,
                call);
    }

    /** Whether it belongs to secure email. */
    public boolean secureMail() {
        return line.contains("/securemail");
    }

    Call<?> call(Wire wire) {
        return call.apply(wire.nexus);
    }

    @Override
    public String toString() {
        return line;
    }
}
