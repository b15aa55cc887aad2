package io.github.multicloudcx.sandbox.internal.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Invents contacts, interactions and their attachments, the same one for the same number. */
final class Records {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SS");
    private static final LocalDateTime FIRST = LocalDateTime.of(2015, 8, 5, 8, 31, 20, 780_000_000);
    private static final List<String> GIVEN = List.of("Ana", "Björn", "Chloé", "Dmitri", "Emeka", "Fatima", "Goro");
    private static final List<String> FAMILY =
            List.of("Silva", "Åkesson", "Dupont", "Ivanov", "Okafor", "Haddad", "Tanaka", "O'Neill", "Müller");

    private Records() {}

    static ObjectNode contact(int number) {
        String given = pick(GIVEN, number);
        String family = pick(FAMILY, number);
        return Json.object()
                .put("ContactId", id("contact", number))
                .put("tenantid", 1)
                .put("createddate", date(number))
                .put("modifieddate", date(number + 1))
                .put("FirstName", given)
                .put("LastName", family)
                .put("EmailAddress", "contact" + number + "@example.com")
                .put("PhoneNumber", "+1650555" + "%04d".formatted(number % 10_000));
    }

    static ObjectNode interaction(int number, List<String> media) {
        String medium = media.isEmpty() ? "chat" : pick(media, number);
        return Json.object()
                .put("ixnId", id("interaction", number))
                .put("mediaTypeId", medium)
                .put("typeId", "Inbound")
                .put("subtypeId", "InboundNew")
                .put("contactId", id("contact", number))
                .put("tenantId", 1)
                .put("startDate", date(number))
                .put("endDate", date(number + 1))
                .put("subject", "Question about order " + (1000 + number))
                .put("text", "Hello, this is " + pick(GIVEN, number) + ". Where is my order?");
    }

    /** With the keys of Cloud Data Download. Its guide joins attachments by {@code id}, its schema has IXNID. */
    static ObjectNode downloadedInteraction(int number, List<String> media) {
        ObjectNode interaction = Json.object().put("id", id("interaction", number));
        interaction(number, media)
                .properties()
                .forEach(field -> interaction.set(field.getKey().toUpperCase(Locale.ROOT), field.getValue()));
        return interaction;
    }

    static ObjectNode attachment(int number) {
        return Json.object()
                .put("id", id("attachment", number))
                .put("entityid", id("interaction", number))
                .put("name", "order-" + number + ".txt")
                .put("mimeType", "text/plain")
                .put("content", "T3JkZXI=");
    }

    private static String pick(List<String> choices, int number) {
        return choices.get(number % choices.size());
    }

    private static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String date(int number) {
        return DATE.format(FIRST.plusMinutes(17L * number));
    }
}
