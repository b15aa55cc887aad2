package io.github.multicloudcx.nexus.internal;

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
    /** So many pages may repeat the one before them, as they do when as many emails arrive as a page holds. */
    private static final int MOST_ALIKE = 2;

    private final LongFunction<Page<SecureMail>> pages;
    private final Set<String> seen = new HashSet<>();
    private final Queue<SecureMail> waiting = new ArrayDeque<>();
    private List<SecureMail> latest = List.of();
    private int alike;
    private @Nullable Long next;

    SecureMailPages(LongFunction<Page<SecureMail>> pages, long first) {
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
            Page<SecureMail> page = pages.apply(next);
            endless(page);
            page.items().stream().filter(this::isNew).forEach(waiting::add);
            next = page.next();
        }
        return waiting.poll();
    }

    private boolean isNew(SecureMail mail) {
        String id = mail.id();
        return id == null || seen.add(id);
    }

    private void endless(Page<SecureMail> page) {
        alike = page.hasNext() && page.items().equals(latest) ? alike + 1 : 0;
        latest = page.items();
        if (alike > MOST_ALIKE) {
            throw new DecodeException(
                    "Answer not as documented: the same page came " + (alike + 1)
                            + " times in a row for GET /nexus/v3/securemail, the last time at index " + page.from()
                            + "; the server ignores the parameter index, ask for all with size(...) and page()",
                    null,
                    new ErrorContext("GET", "/nexus/v3/securemail", null, Fate.UNKNOWN, List.of()));
        }
    }
}
