package io.github.multicloudcx.core.internal.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.internal.json.Json;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which {@link io.github.multicloudcx.core.auth.FileTokenStore} keeps tokens. */
public final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final TypeReference<LinkedHashMap<String, OAuthToken>> TOKENS = new TypeReference<>() {};

    private final Path path;
    private final ObjectMapper mapper = Json.mapper(false);

    public TokenFile(Path path) {
        this.path = path;
    }

    /** What is kept; empty when there is no file or when it does not hold tokens. */
    public Map<String, OAuthToken> read() throws IOException {
        try {
            Map<String, OAuthToken> tokens = mapper.readValue(Files.readAllBytes(path), TOKENS);
            return tokens == null ? new LinkedHashMap<>() : tokens;
        } catch (NoSuchFileException e) {
            return new LinkedHashMap<>();
        } catch (JsonProcessingException | CharConversionException e) {
            LOG.warn("{} does not hold tokens and will be replaced at the next sign-in", path);
            return new LinkedHashMap<>();
        }
    }

    /** Replaces what is kept, in one step. */
    public void write(Map<String, OAuthToken> tokens) throws IOException {
        Path directory = path.getParent();
        if (directory == null) {
            throw new FileSystemException(path.toString(), null, "has no directory");
        }
        Path fresh = Files.createTempFile(directory, path.getFileName() + ".", ".new", ownerOnly(directory));
        try {
            Files.write(fresh, mapper.writeValueAsBytes(tokens));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Elsewhere than on POSIX systems, a new temporary file inherits the rights of the user's directory. */
    static FileAttribute<?>[] ownerOnly(Path directory) {
        boolean posix = Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
