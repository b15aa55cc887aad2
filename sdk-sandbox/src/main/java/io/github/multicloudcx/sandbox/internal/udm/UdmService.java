package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.contract.Contract;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.LinkSigner;
import java.util.HashMap;
import java.util.Map;

/**
 * User data management and its predecessors, which share jobs and files: one request at a time, because they all see
 * the same jobs.
 */
public final class UdmService {
    private final JobRegistry jobs;
    private final Map<String, OperationHandler> operations = new HashMap<>();

    public UdmService(
            JobRegistry jobs,
            CertificateStore certificates,
            FileStore files,
            LinkSigner signer,
            Accounts accounts,
            UdmSettings settings) {
        this.jobs = jobs;
        for (Generation generation : Generation.values()) {
            JobView view = new JobView(generation, settings);
            new CertificateOperations(generation, certificates, jobs).register(operations);
            new JobOperations(view, jobs, certificates, accounts, settings).register(operations);
            new HistoryOperations(view, jobs, accounts, settings).register(operations);
            new FileOperations(generation, jobs, files, signer, accounts, settings).register(operations);
            new LookupOperations(generation).register(operations);
        }
        // no generation has all of them
        operations.keySet().retainAll(Contract.get().operations().keySet());
    }

    public void register(Map<String, OperationHandler> handlers) {
        operations.forEach((id, operation) -> handlers.put(id, invocation -> {
            synchronized (jobs) {
                return operation.handle(invocation);
            }
        }));
    }
}
