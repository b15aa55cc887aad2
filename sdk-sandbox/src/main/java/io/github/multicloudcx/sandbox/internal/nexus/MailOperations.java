package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations of secure email. */
final class MailOperations {
    private static final String NOBODY = "consumer@example.com";
    private static final List<String> ADDRESS_FIELDS =
            List.of("address", "from", "fromAddress", "emailAddress", "email");

    private final Mailbox mailbox;
    private final NexusSettings settings;
    private final InteractionNews news;

    MailOperations(Mailbox mailbox, NexusSettings settings, InteractionNews news) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.news = news;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put("listSecureEmails", this::list);
        handlers.put("countSecureEmails", this::count);
        handlers.put("sendSecureEmail", this::send);
        handlers.put("getSecureEmail", invocation -> one(invocation, mail -> get(invocation, mail)));
        handlers.put("deleteSecureEmail", invocation -> one(invocation, mail -> remove(invocation, mail)));
        handlers.put("getSecureEmailUserdata", invocation -> one(invocation, this::userData));
    }

    private Answer list(Invocation invocation) {
        int index = number(invocation, "index", 0);
        int count = number(invocation, "count", 10);
        if (index < 0 || count < 1) {
            return failure(400, "INVALID_PARAMETER", "index or count is out of range");
        }
        return ofConsumer(invocation, mails -> {
            ArrayNode page = Json.array();
            mails.stream().skip(index).limit(count).map(Mail::json).forEach(page::add);
            return done(success().set("data", page));
        });
    }

    private Answer count(Invocation invocation) {
        return ofConsumer(invocation, mails -> {
            ObjectNode body = success();
            body.putObject("data").put("count", mails.size());
            return done(body);
        });
    }

    private Answer ofConsumer(Invocation invocation, Function<List<Mail>, Answer> answer) {
        String address = invocation.query().getOr("address", "");
        String securebox = invocation.query().getOr("securebox", "");
        if (address.indexOf('@') < 1) {
            return failure(400, "INVALID_PARAMETER", "address is no e-mail address");
        }
        if (settings.strangersAreUnknown() && !mailbox.knows(address, securebox)) {
            return failure(404, "INVALID_PARTICIPANT", "No contact with this address");
        }
        return answer.apply(mailbox.list(address, securebox, invocation.query().getOr("status", "all")));
    }

    private Answer send(Invocation invocation) {
        JsonNode data = Json.parse(invocation.exchange().body())
                .map(body -> body.path("data"))
                .orElseGet(Json::object);
        Mail mail = mailbox.add(address(data), invocation.query().getOr("securebox", ""), true, data);
        news.started(mail.id());
        ObjectNode body = success();
        ObjectNode holder = settings.sentBelowData() ? body.putObject("data") : body;
        holder.put("secureMailId", mail.id()).put("selfUri", "/nexus/v3/securemail/" + mail.id());
        return done(body);
    }

    /** The shape of the data is documented nowhere. */
    private static String address(JsonNode data) {
        for (String field : ADDRESS_FIELDS) {
            JsonNode value = data.path(field);
            for (JsonNode text : List.of(value, value.path("address"), value.path("id"))) {
                if (text.asText().indexOf('@') > 0) {
                    return text.asText();
                }
            }
        }
        return NOBODY;
    }

    private static Answer one(Invocation invocation, Function<Mail, Answer> answer, Mailbox mailbox) {
        return mailbox.find(invocation.path("secureMailId"))
                .map(answer)
                .orElseGet(() -> failure(404, "INVALID_ENDPOINT", "No such secure e-mail"));
    }

    private Answer one(Invocation invocation, Function<Mail, Answer> answer) {
        return one(invocation, answer, mailbox);
    }

    private Answer get(Invocation invocation, Mail mail) {
        boolean mark = invocation.query().getOr("read", "").equals("true");
        if (mark) {
            markRead(mail);
        }
        return done(success().set("secureMail", (mark ? mail.markedRead() : mail).json()));
    }

    private Answer remove(Invocation invocation, Mail mail) {
        switch (invocation.query().getOr("remove", "read")) {
            case "delete" -> mailbox.hide(mail.id());
            case "purge" -> mailbox.purge(mail.id());
            default -> markRead(mail);
        }
        news.finished(mail.id());
        return done(success());
    }

    private void markRead(Mail mail) {
        mailbox.change(mail.id(), Mail::markedRead);
        if (mail.fromConsumer()) {
            news.finished(mail.id());
        }
    }

    private Answer userData(Mail mail) {
        ObjectNode body = success();
        body.putObject("data").put("EmailAddress", mail.address()).put("Securebox", mail.securebox());
        return done(body);
    }

    private static int number(Invocation invocation, String name, int other) {
        String value = invocation.query().getOr(name, "");
        if (!value.matches("-?\\d{1,18}")) {
            return other;
        }
        return (int) Math.max(-1, Math.min(Long.parseLong(value), Integer.MAX_VALUE));
    }

    private ObjectNode success() {
        ObjectNode body = Json.object();
        if (settings.referencesAreObjects()) {
            body.putObject("referenceId");
            body.putObject("operationId");
        } else {
            body.put("referenceId", "r-1").put("operationId", "o-1");
        }
        body.putObject("status").put("code", "SUCCESS").put("message", "").put("detail", "");
        return body;
    }

    private static Answer done(JsonNode body) {
        return Answer.json(200, body);
    }

    private static Answer failure(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("status").put("code", code).put("message", message).put("detail", "");
        return Answer.json(status, body);
    }
}
