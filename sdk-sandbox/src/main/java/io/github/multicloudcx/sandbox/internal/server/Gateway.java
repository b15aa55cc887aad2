package io.github.multicloudcx.sandbox.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.Violation;
import io.github.multicloudcx.sandbox.internal.contract.Contract;
import io.github.multicloudcx.sandbox.internal.contract.Operation;
import io.github.multicloudcx.sandbox.internal.contract.RequestRules;
import io.github.multicloudcx.sandbox.internal.contract.SecurityRules;
import io.github.multicloudcx.sandbox.internal.fault.FaultQueue;
import io.github.multicloudcx.sandbox.internal.fault.FaultTarget;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks every request, lets the good ones in and records them all. */
final class Gateway implements Application {
    private static final String SDK_USER_AGENT = "multicloud-cx-sdk-java/";

    private final Map<String, OperationHandler> handlers;
    private final Map<String, Application> pages;
    private final Admission admission;
    private final SecurityRules securityRules;
    private final RequestRules requestRules = new RequestRules();
    private final FaultQueue faults;
    private final RequestLog log;
    private final boolean rejecting;

    Gateway(
            Map<String, OperationHandler> handlers,
            Map<String, Application> pages,
            Admission admission,
            SecurityRules securityRules,
            FaultQueue faults,
            RequestLog log,
            boolean rejecting) {
        this.handlers = handlers;
        this.pages = pages;
        this.admission = admission;
        this.securityRules = securityRules;
        this.faults = faults;
        this.log = log;
        this.rejecting = rejecting;
    }

    @Override
    public Answer answer(Exchange exchange) {
        Application page = pages.get(exchange.path());
        if (page != null) {
            return recorded(exchange, null, () -> page.answer(exchange));
        }
        return Contract.get()
                .find(exchange.method(), exchange.path())
                .filter(found -> handlers.containsKey(found.operation().id()))
                .map(found -> recorded(exchange, found.operation().id(), () -> known(exchange, found)))
                .orElseGet(() -> recorded(exchange, null, () -> unknown(exchange)));
    }

    private Answer recorded(Exchange exchange, @Nullable String operationId, Supplier<Answer> carriedOut) {
        log.request(exchange, operationId);
        Answer answer = carriedOut.get();
        log.answer(exchange, operationId, answer);
        return answer;
    }

    private Answer unknown(Exchange exchange) {
        boolean otherMethod = Contract.get().knowsPath(exchange.path(), handlers.keySet());
        String problem = otherMethod ? "this method is not offered here" : "no such operation";
        log.violations(List.of(new Violation(null, exchange.method(), exchange.path(), problem)));
        FaultTarget target = new FaultTarget(Origin.GATEWAY, null);
        return faults.take(target)
                .map(fault -> fault.apply(() -> {}, () -> Answer.errorPage(404, "Not Found")))
                .orElseGet(() ->
                        Answer.errorPage(otherMethod ? 405 : 404, otherMethod ? "Method Not Allowed" : "Not Found"));
    }

    private Answer known(Exchange exchange, Contract.Match match) {
        Operation operation = match.operation();
        List<String> problems = requestRules.problems(match, exchange);
        List<String> intrusions = securityRules.problems(operation, exchange);
        log.violations(Stream.concat(problems.stream(), intrusions.stream())
                .map(problem -> new Violation(operation.id(), exchange.method(), exchange.path(), problem))
                .toList());
        if (rejecting && !problems.isEmpty()) {
            return report(operation, problems);
        }
        boolean clean = problems.isEmpty() && intrusions.isEmpty();
        return faults.take(new FaultTarget(Origin.GATEWAY, operation.id()))
                .map(fault -> fault.apply(() -> admission.revoke(exchange), () -> healthy(exchange, match, clean)))
                .orElseGet(() -> healthy(exchange, match, clean));
    }

    private Answer healthy(Exchange exchange, Contract.Match match, boolean clean) {
        Operation operation = match.operation();
        Admission.Decision decision = admission.decide(operation, exchange);
        Answer refusal = decision.refusal();
        if (refusal != null) {
            return refusal;
        }
        if (clean && counts(operation, exchange)) {
            log.exercised(operation.id());
        }
        OperationHandler handler = handlers.get(operation.id());
        if (handler == null) {
            throw new IllegalStateException("No handler for " + operation.id());
        }
        Parameters query = Parameters.parse(exchange.query()).only(operation.parameterNames());
        return handler.handle(new Invocation(exchange, match.pathParameters(), query, decision.caller()));
    }

    private static boolean counts(Operation operation, Exchange exchange) {
        return operation.security().open()
                || exchange.headers().firstOr("User-Agent", "").startsWith(SDK_USER_AGENT);
    }

    private static Answer report(Operation operation, List<String> problems) {
        ObjectNode report = Json.object().put("message", "The request breaks the contract of " + operation.id());
        problems.forEach(report.putArray("violations")::add);
        return Answer.json(400, report);
    }
}
