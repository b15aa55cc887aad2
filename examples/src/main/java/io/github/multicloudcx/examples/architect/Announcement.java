package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.update.JsonChange;
import io.github.multicloudcx.core.update.JsonChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reloads caches and tells the webhook, both at once. Neither takes the change back when it fails. */
final class Announcement {
    private static final long GRACE_MILLIS = 1_000;

    private final ManagerSettings settings;
    private final Journal journal;
    private final UpdateRequest request;
    private final List<String> warnings = new ArrayList<>();

    Announcement(ManagerSettings settings, Journal journal, UpdateRequest request) {
        this.settings = settings;
        this.journal = journal;
        this.request = request;
    }

    List<String> make(KnownFlow before, KnownFlow after) {
        CompletableFuture<?> notification = notification(before, after);
        reload(after);
        if (notification != null) {
            await(notification, after);
        }
        return warnings;
    }

    private @Nullable CompletableFuture<?> notification(KnownFlow before, KnownFlow after) {
        ChangeNotifier notifier = settings.notifier();
        if (notifier == null) {
            return null;
        }
        List<String> changed = JsonChanges.between(before.settings(), after.settings()).all().stream()
                .map(JsonChange::pointer)
                .toList();
        try {
            return notifier.send(new ChangeNotice(
                    "flow.settings.changed",
                    request.id(),
                    request.organizationId(),
                    after.id(),
                    after.name(),
                    after.version(),
                    changed,
                    settings.who(),
                    settings.client().time().now()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void reload(KnownFlow flow) {
        try {
            settings.client().reload(request.organizationId()).execute();
            written(AuditEvent.RELOADED, flow, null);
        } catch (CxException | IllegalStateException e) {
            failed(AuditEvent.RELOAD_FAILED, flow, "not reloaded: " + e.getMessage());
        }
    }

    private void await(CompletableFuture<?> notification, KnownFlow flow) {
        ChangeNotifier notifier = settings.notifier();
        long limit = notifier == null ? 0 : notifier.limit().toMillis() + GRACE_MILLIS;
        try {
            notification.get(limit, TimeUnit.MILLISECONDS);
            written(AuditEvent.NOTIFIED, flow, null);
        } catch (ExecutionException e) {
            failed(
                    AuditEvent.NOTIFICATION_FAILED,
                    flow,
                    "webhook not told: "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage());
        } catch (TimeoutException e) {
            notification.cancel(true);
            failed(AuditEvent.NOTIFICATION_FAILED, flow, "webhook not told: it has not answered in " + limit + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            notification.cancel(true);
            failed(AuditEvent.NOTIFICATION_FAILED, flow, "webhook not told for certain: interrupted");
        }
    }

    private void failed(AuditEvent event, KnownFlow flow, String warning) {
        warnings.add(warning);
        written(event, flow, warning);
    }

    /** The change stands in the log already. */
    private void written(AuditEvent event, KnownFlow flow, @Nullable String message) {
        try {
            journal.event(event, flow, message);
        } catch (RuntimeException e) {
            warnings.add(String.valueOf(e.getMessage()));
        }
    }
}
