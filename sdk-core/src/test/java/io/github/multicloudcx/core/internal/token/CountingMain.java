package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.auth.FileTokenStore;
import io.github.multicloudcx.core.auth.OAuthToken;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What a second process does in tests. */
public final class CountingMain {
    static final String KEY = "counter";

    private CountingMain() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        if (args[0].equals("count")) {
            count(new FileTokenStore(file), Integer.parseInt(args[2]));
        } else {
            System.exit(free(file) ? 10 : 20);
        }
    }

    /** Counts up in the access token. */
    static void count(FileTokenStore store, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            var unused = store.update(KEY, kept -> token(kept == null ? 1 : number(kept) + 1));
        }
    }

    static int number(OAuthToken token) {
        return Integer.parseInt(token.accessToken());
    }

    private static OAuthToken token(int number) {
        return new OAuthToken(Integer.toString(number), null, null, Instant.EPOCH, Instant.EPOCH);
    }

    private static boolean free(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        }
    }
}
