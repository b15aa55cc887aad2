package io.github.multicloudcx.sandbox.internal.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what was exercised with what is documented. */
public final class CoverageReport {
    private static final String FINISHED = "--finished";

    private final Set<String> exercised = new TreeSet<>();
    private final Set<String> expected = new TreeSet<>();

    private CoverageReport() {}

    public static CoverageReport of(List<String> args) {
        CoverageReport report = new CoverageReport();
        for (int i = 0; i < args.size(); i++) {
            if (!args.get(i).equals(FINISHED)) {
                report.readExercised(Path.of(args.get(i)));
            } else if (++i < args.size()) {
                report.expected.addAll(select(args.get(i)));
            } else {
                throw new IllegalArgumentException(FINISHED + " needs a selection, for example udm.yaml:*V10");
            }
        }
        report.exercised.retainAll(Contract.get().operations().keySet());
        return report;
    }

    /** {@code file} or {@code file:pattern}, where a star stands for any text. */
    private static Set<String> select(String selection) {
        int colon = selection.indexOf(':');
        String file = colon < 0 ? selection : selection.substring(0, colon);
        String wildcard = colon < 0 ? "*" : selection.substring(colon + 1);
        Pattern pattern = Pattern.compile(Pattern.quote(wildcard).replace("*", "\\E.*\\Q"));
        Set<String> selected = Contract.get().operations().values().stream()
                .filter(operation -> operation.file().equals(file))
                .map(Operation::id)
                .filter(id -> pattern.matcher(id).matches())
                .collect(Collectors.toSet());
        if (selected.isEmpty()) {
            throw new IllegalArgumentException(FINISHED + " " + selection + " selects no operation");
        }
        return selected;
    }

    private void readExercised(Path file) {
        if (Files.notExists(file)) {
            return;
        }
        try {
            Files.readAllLines(file).stream().map(String::strip).forEach(exercised::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean complete() {
        return missing().isEmpty();
    }

    public void print(PrintStream out) {
        int documented = Contract.get().operations().size();
        out.println("Contract coverage: " + exercised.size() + "/" + documented + " operations");
        if (!complete()) {
            out.println("Finished, but not exercised:");
            missing().forEach(id -> out.println("  " + id));
        }
    }

    private Set<String> missing() {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(exercised);
        return missing;
    }
}
