package io.github.multicloudcx.examples.architect;

/** What went wrong, in one line; those who check flows may throw anything. */
final class OneLine {
    private OneLine() {}

    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
