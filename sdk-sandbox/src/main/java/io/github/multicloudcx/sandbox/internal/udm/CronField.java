package io.github.multicloudcx.sandbox.internal.udm;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One field of a cron expression: lists, ranges, steps and the names of weekdays. */
final class CronField {
    private static final List<String> NAMES = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private CronField() {}

    static BitSet parse(String field, int lowest, int highest) {
        BitSet values = new BitSet();
        for (String item : field.split(",", -1)) {
            String[] stepped = item.split("/", 2);
            int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
            int[] range = range(stepped[0], lowest, highest, stepped.length == 2);
            if (step < 1 || range[0] < lowest || range[1] > highest || range[0] > range[1]) {
                throw new IllegalArgumentException(field);
            }
            for (int value = range[0]; value <= range[1]; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    /** Bits 1 (Monday) to 7 (Sunday). */
    static BitSet weekdays(String field, boolean quartz) {
        String numbers = field.toUpperCase(Locale.ROOT);
        for (int i = 0; i < NAMES.size(); i++) {
            int number = quartz ? (i + 1) % 7 + 1 : i + 1;
            numbers = numbers.replace(NAMES.get(i), Integer.toString(number));
        }
        BitSet parsed = parse(numbers, quartz ? 1 : 0, 7);
        BitSet days = new BitSet();
        parsed.stream()
                .map(day -> quartz ? (day + 5) % 7 + 1 : (day + 6) % 7 + 1)
                .forEach(days::set);
        return days;
    }

    private static int[] range(String text, int lowest, int highest, boolean stepped) {
        if (text.equals("*") || text.equals("?")) {
            return new int[] {lowest, highest};
        }
        String[] ends = text.split("-", 2);
        int first = Integer.parseInt(ends[0]);
        int last = ends.length == 2 ? Integer.parseInt(ends[1]) : stepped ? highest : first;
        return new int[] {first, last};
    }
}
