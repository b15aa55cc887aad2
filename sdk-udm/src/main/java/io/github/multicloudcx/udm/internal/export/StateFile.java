package io.github.multicloudcx.udm.internal.export;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file that outlives a run. It is replaced in one step and reaches the disk before the run goes on. */
final class StateFile {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;

    StateFile(Path directory, String name) {
        this.path = directory.resolve(name + ".export.json");
    }

    Path path() {
        return path;
    }

    Optional<RunState> read() {
        RunState state;
        try {
            state = MAPPER.readValue(Files.readAllBytes(path), RunState.class);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException damaged) {
            throw unusable();
        } catch (IOException e) {
            throw LocalFiles.failed("read " + path, e, "check its rights");
        }
        if (state == null || !state.usable()) {
            throw unusable();
        }
        return Optional.of(state);
    }

    private ExportStateException unusable() {
        return new ExportStateException(
                "The state file " + path + " does not hold the state of an export; look whether its job exists, then"
                        + " delete the file to begin anew, or take another name",
                null,
                path);
    }

    void write(RunState state) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(state));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LocalFiles.force(path.resolveSibling("."));
        } catch (IOException e) {
            throw LocalFiles.failed(
                    "write " + path, e, "free space or check the rights of its directory, and run again");
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw LocalFiles.failed("delete " + path, e, "check the rights of its directory");
        }
    }
}
