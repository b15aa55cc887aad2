package io.github.multicloudcx.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.auth.FileTokenStore;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.testing.OtherJvm;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.TestThreads.Running;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file shared by threads with stores of their own and by another process. */
@Timeout(120)
class TokenFileTest {
    private static final int TIMES = 60;

    @TempDir
    private Path directory;

    private static int counted(Path file) {
        OAuthToken token = new FileTokenStore(file).load(CountingMain.KEY);
        return token == null ? 0 : CountingMain.number(token);
    }

    private static Running<Void> counting(Path file) {
        return TestThreads.start(() -> {
            CountingMain.count(new FileTokenStore(file), TIMES);
            return null;
        });
    }

    @Test
    void twoStoresOfOneProcessLoseNothing() throws Exception {
        Path file = directory.resolve("tokens.json");
        Running<Void> one = counting(file);
        Running<Void> other = counting(file);
        one.result().get();
        other.result().get();

        assertThat(counted(file)).isEqualTo(2 * TIMES);
    }

    @Test
    void twoProcessesLoseNothing() throws Exception {
        Path file = directory.resolve("tokens.json");
        Process one = OtherJvm.start(CountingMain.class, "count", file.toString(), Integer.toString(TIMES));
        Process other = OtherJvm.start(CountingMain.class, "count", file.toString(), Integer.toString(TIMES));
        Running<Void> here = counting(file);

        here.result().get();
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(counted(file)).isEqualTo(3 * TIMES);
    }
}
