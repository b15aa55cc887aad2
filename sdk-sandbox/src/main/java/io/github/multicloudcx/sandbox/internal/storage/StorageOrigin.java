package io.github.multicloudcx.sandbox.internal.storage;

import io.github.multicloudcx.sandbox.Violation;
import io.github.multicloudcx.sandbox.internal.fault.FaultQueue;
import io.github.multicloudcx.sandbox.internal.fault.FaultTarget;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.ByteRange;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import io.github.multicloudcx.sandbox.internal.server.Application;
import io.github.multicloudcx.sandbox.internal.server.RequestLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Serves presigned links, and refuses whoever brings credentials along. */
public final class StorageOrigin implements Application {
    private static final Set<String> FOREIGN =
            Set.of("authorization", "x-api-key", "cookie", "b3", "traceparent", "tracestate");

    private final FileStore files;
    private final LinkSigner signer;
    private final FaultQueue faults;
    private final RequestLog log;

    public StorageOrigin(FileStore files, LinkSigner signer, FaultQueue faults, RequestLog log) {
        this.files = files;
        this.signer = signer;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public Answer answer(Exchange exchange) {
        log.request(exchange, null);
        Answer answer = respond(exchange);
        log.answer(exchange, null, answer);
        return answer;
    }

    private Answer respond(Exchange exchange) {
        List<String> leaked = exchange.headers().asMap().keySet().stream()
                .filter(StorageOrigin::foreign)
                .toList();
        if (!leaked.isEmpty()) {
            log.violations(leaked.stream()
                    .map(name -> "header " + name + " must not be sent to the storage")
                    .map(problem -> new Violation(null, exchange.method(), exchange.path(), problem))
                    .toList());
            return error(400, "InvalidArgument", "Only one auth mechanism allowed");
        }
        return faults.take(new FaultTarget(Origin.STORAGE, null))
                .map(fault -> fault.apply(() -> {}, () -> healthy(exchange)))
                .orElseGet(() -> healthy(exchange));
    }

    private static boolean foreign(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return FOREIGN.contains(name) || name.startsWith("x-b3-");
    }

    private Answer healthy(Exchange exchange) {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return error(405, "MethodNotAllowed", "The specified method is not allowed against this resource");
        }
        Optional<String> refusal = signer.refusal(exchange);
        if (refusal.isPresent()) {
            return error(403, "AccessDenied", refusal.get());
        }
        return files.get(LinkSigner.fileName(exchange))
                .map(file -> ByteRange.answer(file.entity(), exchange.headers(), outOfRange()))
                .orElseGet(() -> error(404, "NoSuchKey", "The specified key does not exist"));
    }

    private static Answer outOfRange() {
        return error(416, "InvalidRange", "The requested range is not satisfiable");
    }

    private static Answer error(int status, String code, String message) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return Answer.text(status, MediaTypes.XML, body);
    }
}
