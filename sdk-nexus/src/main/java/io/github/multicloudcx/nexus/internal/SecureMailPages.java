package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All pages of a list, one after the other, without what was seen before. */
final class SecureMailPages {
    /** So many pages in a row may have nothing new, as they do when as many emails arrive as a page holds. */
    private static final int MOST_WITHOUT_NEWS = 2;

    private static final String TEMPLATE = "/nexus/v3/securemail";

    private final LongFunction<ApiResponse<Page<SecureMail>>> pages;
    private final Set<String> seen = new HashSet<>();
    private final Queue<SecureMail> waiting = new ArrayDeque<>();
    private List<SecureMail> latest = List.of();
    private int withoutNews;
    private @Nullable Long next;

    SecureMailPages(LongFunction<ApiResponse<Page<SecureMail>>> pages, long first) {
        this.pages = pages;
        this.next = first;
    }

    Stream<SecureMail> stream() {
        Spliterator<SecureMail> items =
                new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super SecureMail> action) {
                        SecureMail mail = nextMail();
                        if (mail == null) {
                            return false;
                        }
                        action.accept(mail);
                        return true;
                    }
                };
        return StreamSupport.stream(items, false);
    }

    private @Nullable SecureMail nextMail() {
        while (waiting.isEmpty() && next != null) {
            ApiResponse<Page<SecureMail>> answer = pages.apply(next);
            Page<SecureMail> page = answer.value();
            List<SecureMail> news = page.items().stream().filter(this::isNew).toList();
            refuseEndless(answer, news.isEmpty() || page.items().equals(latest));
            latest = page.items();
            waiting.addAll(news);
            next = page.next();
        }
        return waiting.poll();
    }

    private boolean isNew(SecureMail mail) {
        String id = mail.id();
        return id == null || seen.add(id);
    }

    private void refuseEndless(ApiResponse<Page<SecureMail>> answer, boolean nothingNew) {
        Page<SecureMail> page = answer.value();
        withoutNews = page.hasNext() && nothingNew ? withoutNews + 1 : 0;
        if (withoutNews > MOST_WITHOUT_NEWS) {
            throw new DecodeException(
                    "Answer not as documented: " + withoutNews + " pages in a row had nothing new for GET " + TEMPLATE
                            + ", the last one at index " + page.from() + "; the server ignores the parameter index,"
                            + " ask for all with size(...) and page(); trace " + answer.traceId(),
                    null,
                    new ErrorContext("GET", TEMPLATE, answer.traceId(), Fate.UNKNOWN, answer.attempts()));
        }
    }
}
