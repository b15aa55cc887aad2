package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All secure emails, the newest first. */
final class Mailbox {
    private final List<Mail> mails = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();

    synchronized Mail add(String address, String securebox, boolean fromConsumer, JsonNode content) {
        Mail mail = new Mail(UUID.randomUUID().toString(), address, securebox, fromConsumer, false, content);
        mails.add(0, mail);
        return mail;
    }

    synchronized boolean knows(String address, String securebox) {
        return mails.stream().anyMatch(mail -> in(mail, address, securebox));
    }

    /** Those that a list shows. */
    synchronized List<Mail> list(String address, String securebox, String status) {
        return mails.stream()
                .filter(mail -> in(mail, address, securebox) && !hidden.contains(mail.id()))
                .filter(mail -> status.equals("all") || mail.read() == status.equals("read"))
                .toList();
    }

    private static boolean in(Mail mail, String address, String securebox) {
        return mail.address().equalsIgnoreCase(address) && mail.securebox().equals(securebox);
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    synchronized Optional<Mail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    synchronized void change(String id, UnaryOperator<Mail> change) {
        mails.replaceAll(mail -> mail.id().equals(id) ? change.apply(mail) : mail);
    }

    synchronized void hide(String id) {
        hidden.add(id);
    }

    synchronized void purge(String id) {
        mails.removeIf(mail -> mail.id().equals(id));
    }
}
