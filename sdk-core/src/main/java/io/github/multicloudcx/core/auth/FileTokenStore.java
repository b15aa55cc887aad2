package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.token.FileLocking;
import io.github.multicloudcx.core.internal.token.TokenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in a file, so that a script that runs every minute signs in once a day. The tokens stand in it as they
 * are: the file is readable by its owner only, replaced in one step, and locked while a token is renewed, so that two
 * processes never use one refresh token at the same time. A file that cannot be read as tokens counts as empty.
 */
public final class FileTokenStore implements TokenStore {
    private final TokenFile file;
    private final FileLocking locking;

    /**
     * Uses a file; it is made when the first token is kept.
     *
     * @param path the file; its directory must exist. Beside it a file with {@code .lock} added to the name is left.
     */
    public FileTokenStore(Path path) {
        Path absolute = Require.present(path, "path").toAbsolutePath();
        this.file = new TokenFile(absolute);
        this.locking = new FileLocking(absolute.resolveSibling(absolute.getFileName() + ".lock"));
    }

    @Override
    public @Nullable OAuthToken load(String key) {
        try {
            return file.read().get(key);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    @Override
    public OAuthToken update(String key, Function<? super @Nullable OAuthToken, OAuthToken> renewal)
            throws InterruptedException {
        try (FileLocking.Held held = locking.acquire()) {
            Map<String, OAuthToken> tokens = file.read();
            held.check();
            OAuthToken renewed = renewal.apply(tokens.get(key));
            tokens.put(key, renewed);
            file.write(tokens);
            return renewed;
        } catch (IOException e) {
            throw failed("update", e);
        }
    }

    @Override
    public void remove(String key) {
        try (FileLocking.Held held = locking.acquire()) {
            Map<String, OAuthToken> tokens = file.read();
            tokens.remove(key);
            held.check();
            file.write(tokens);
        } catch (IOException e) {
            throw failed("update", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(
                    "Interrupted while waiting for the lock of " + file, e, new ErrorContext(Fate.NOT_SENT));
        }
    }

    private StorageException failed(String what, IOException e) {
        return new StorageException(
                "Could not " + what + " the token file " + file + ": " + FileLocking.describe(e)
                        + "; check that its directory exists and is writable",
                e,
                new ErrorContext(Fate.NOT_SENT));
    }

    /** Names the file. */
    @Override
    public String toString() {
        return "FileTokenStore[" + file + "]";
    }
}
