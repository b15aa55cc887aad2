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
    private final MailEnvelopes envelopes;

    MailOperations(Mailbox mailbox, NexusSettings settings, InteractionNews news) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.news = news;
        this.envelopes = new MailEnvelopes(settings);
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
            return envelopes.failure(400, "INVALID_PARAMETER", "index or count is out of range");
        }
        return ofConsumer(invocation, mails -> {
            ArrayNode page = Json.array();
            mails.stream().skip(index).limit(count).map(Mail::json).forEach(page::add);
            return Answer.json(200, envelopes.success().set("data", page));
        });
    }

    private Answer count(Invocation invocation) {
        return ofConsumer(invocation, mails -> {
            ObjectNode body = envelopes.success();
            body.putObject("data").put("count", mails.size());
            return Answer.json(200, body);
        });
    }

    private Answer ofConsumer(Invocation invocation, Function<List<Mail>, Answer> answer) {
        String address = invocation.query().getOr("address", "");
        String securebox = invocation.query().getOr("securebox", "");
        if (address.indexOf('@') < 1) {
            return envelopes.failure(400, "INVALID_PARAMETER", "address is no e-mail address");
        }
        if (settings.strangersAreUnknown() && !mailbox.knows(address, securebox)) {
            return envelopes.failure(404, "INVALID_PARTICIPANT", "No contact with this address");
        }
        return answer.apply(mailbox.list(address, securebox, invocation.query().getOr("status", "all")));
    }

    private Answer send(Invocation invocation) {
        JsonNode data = Json.parse(invocation.exchange().body())
                .map(body -> body.path("data"))
                .orElseGet(Json::object);
        Mail mail = mailbox.add(address(data), invocation.query().getOr("securebox", ""), true, data);
        news.started(mail.id());
        ObjectNode body = envelopes.success();
        ObjectNode holder = settings.sentBelowData() ? body.putObject("data") : body;
        holder.put("secureMailId", mail.id()).put("selfUri", "/nexus/v3/securemail/" + mail.id());
        return Answer.json(200, body);
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

    private Answer one(Invocation invocation, Function<Mail, Answer> answer) {
        return mailbox.find(invocation.path("secureMailId"))
                .map(answer)
                .orElseGet(() -> envelopes.failure(404, "INVALID_ENDPOINT", "No such secure e-mail"));
    }

    private Answer get(Invocation invocation, Mail mail) {
        boolean mark = invocation.query().getOr("read", "").equals("true");
        if (mark) {
            markRead(mail);
        }
        return Answer.json(200, envelopes.success().set("secureMail", (mark ? mail.markedRead() : mail).json()));
    }

    private Answer remove(Invocation invocation, Mail mail) {
        switch (invocation.query().getOr("remove", "read")) {
            case "delete" -> mailbox.hide(mail.id());
            case "purge" -> mailbox.purge(mail.id());
            default -> markRead(mail);
        }
        news.finished(mail.id());
        return Answer.json(200, envelopes.success());
    }

    private void markRead(Mail mail) {
        mailbox.change(mail.id(), Mail::markedRead);
        if (mail.fromConsumer()) {
            news.finished(mail.id());
        }
    }

    private Answer userData(Mail mail) {
        ObjectNode body = envelopes.success();
        body.putObject("data").put("EmailAddress", mail.address()).put("Securebox", mail.securebox());
        return Answer.json(200, body);
    }

    private static int number(Invocation invocation, String name, int other) {
        String value = invocation.query().getOr(name, "");
        if (!value.matches("-?\\d{1,18}")) {
            return other;
        }
        return (int) Math.max(-1, Math.min(Long.parseLong(value), Integer.MAX_VALUE));
    }
}
