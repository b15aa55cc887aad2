package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.contract.Contract;
import io.github.multicloudcx.sandbox.internal.contract.CoverageReport;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells which documented operations the tests exercised. */
public final class ContractCoverage {
    private ContractCoverage() {}

    /**
     * Every documented operation.
     *
     * @return the operationIds of all contract files
     */
    public static Set<String> documentedOperations() {
        return Collections.unmodifiableSet(
                new TreeSet<>(Contract.get().operations().keySet()));
    }

    /**
     * Prints {@code Contract coverage: N/134 operations}. Ends with exit code 1 and a list when an operation of a
     * finished selection was not exercised, and with exit code 2 when an argument makes no sense.
     *
     * @param args {@code --finished} with a selection ({@code auth.yaml}, {@code udm.yaml:*V10}; it may come several
     *     times), and files with one exercised operationId per line; a file that is missing counts as empty
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        int exit = run(List.of(args), System.out);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(List<String> args, PrintStream out) {
        try {
            CoverageReport report = CoverageReport.of(args);
            report.print(out);
            return report.complete() ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 2;
        }
    }
}
