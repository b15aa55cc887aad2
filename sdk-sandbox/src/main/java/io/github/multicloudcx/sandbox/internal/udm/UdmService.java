package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.LinkSigner;
import java.util.HashMap;
import java.util.Map;

/** User data management: one request at a time, because they all see the same jobs. */
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
        JobView view = new JobView(settings);
        new CertificateOperations(certificates, jobs).register(operations);
        new JobOperations(jobs, certificates, accounts, settings, view).register(operations);
        new HistoryOperations(jobs, accounts, settings, view).register(operations);
        new FileOperations(jobs, files, signer, accounts, settings).register(operations);
        new LookupOperations().register(operations);
    }

    public void register(Map<String, OperationHandler> handlers) {
        operations.forEach((id, operation) -> handlers.put(id, invocation -> {
            synchronized (jobs) {
                return operation.handle(invocation);
            }
        }));
    }
}
