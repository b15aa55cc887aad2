package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.FileLinksShape;
import io.github.multicloudcx.sandbox.internal.auth.Accounts;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.LinkSigner;
import io.github.multicloudcx.sandbox.internal.storage.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Export files. */
final class FileOperations {
    private static final int MOST_LINKS = 100;

    private final Generation generation;
    private final JobRegistry jobs;
    private final FileStore files;
    private final LinkSigner signer;
    private final Accounts accounts;
    private final UdmSettings settings;

    FileOperations(
            Generation generation,
            JobRegistry jobs,
            FileStore files,
            LinkSigner signer,
            Accounts accounts,
            UdmSettings settings) {
        this.generation = generation;
        this.jobs = jobs;
        this.files = files;
        this.signer = signer;
        this.accounts = accounts;
        this.settings = settings;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put(generation.operationId("listFileMetadatas"), this::list);
        handlers.put(generation.operationId("getFileLinks"), this::links);
        handlers.put(generation.operationId("deleteFiles"), this::deleteSeveral);
        handlers.put(generation.operationId("downloadFile"), this::download);
        handlers.put(generation.operationId("deleteFile"), this::delete);
    }

    private Stream<StoredFile> visible(Invocation invocation) {
        jobs.all();
        return accounts.mayExport(invocation.signedIn()) ? files.all().stream() : Stream.empty();
    }

    private Optional<StoredFile> file(String name, Invocation invocation) {
        jobs.all();
        return accounts.mayExport(invocation.signedIn()) ? files.get(name) : Optional.empty();
    }

    private Answer list(Invocation invocation) {
        Parameters query = invocation.query();
        Optional<Instant> start = Optional.ofNullable(query.get("startDate")).flatMap(Dates::read);
        Optional<Instant> end = Optional.ofNullable(query.get("endDate")).flatMap(Dates::read);
        Stream<StoredFile> wanted = visible(invocation)
                .filter(file -> start.isEmpty() || !file.created().isBefore(start.get()))
                .filter(file -> end.isEmpty() || !file.created().isAfter(end.get()));
        return new Listing(query, wanted.map(this::metadata))
                .equal("historyId", "source")
                .contains("type", "jobTitle", "name")
                .page(Answer.json(200, Listing.empty()));
    }

    /** The reference shows no item; these names are those of its filters where there is one. */
    private ObjectNode metadata(StoredFile file) {
        return Json.object()
                .put("name", file.name())
                .put("historyId", file.origin().historyId())
                .put("jobTitle", file.origin().jobTitle())
                .put("type", file.origin().type())
                .put("source", file.origin().source())
                .put("size", file.content().length())
                .put("uploadDate", Dates.write(file.created()))
                .put("expirationDate", Dates.write(files.expiry(file)));
    }

    private Answer links(Invocation invocation) {
        String asked = invocation.query().get("filename");
        List<String> names =
                asked == null ? visible(invocation).map(StoredFile::name).toList() : List.of(asked.split(",", -1));
        if (names.size() > MOST_LINKS) {
            return Answer.error(400, "At most " + MOST_LINKS + " files can be asked for");
        }
        List<String> missing =
                names.stream().filter(name -> file(name, invocation).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Answer.json(404, unnamed() ? Json.object() : paths(missing));
        }
        return Answer.json(
                200,
                shaped(paths(names.stream()
                        .map(name -> signer.link(name, settings.linkLifetime()))
                        .toList())));
    }

    private boolean unnamed() {
        return settings.missingFileNamesOmitted() && generation.mayLeaveMissingFilesUnnamed();
    }

    private static ArrayNode paths(List<String> values) {
        ArrayNode paths = Json.array();
        values.forEach(value -> paths.addObject().put("path", value));
        return paths;
    }

    private JsonNode shaped(ArrayNode links) {
        boolean single = settings.fileLinksShape() == FileLinksShape.OBJECT
                || (settings.fileLinksShape() == FileLinksShape.AUTOMATIC && links.size() == 1);
        return single && !links.isEmpty() ? links.get(0) : links;
    }

    private Answer download(Invocation invocation) {
        String name = invocation.path("filename");
        return file(name, invocation)
                .map(file -> Answer.redirect(303, signer.link(file.name(), settings.linkLifetime())))
                .orElseGet(() -> noFile(name));
    }

    private Answer delete(Invocation invocation) {
        String name = invocation.path("filename");
        if (settings.isUndeletable(name)) {
            return Answer.error(400, "The file cannot be deleted");
        }
        return file(name, invocation).isPresent() && files.delete(name) ? Answer.empty(204) : noFile(name);
    }

    private static Answer noFile(String name) {
        return Answer.error(404, "There is no file " + name);
    }

    private Answer deleteSeveral(Invocation invocation) {
        return new BulkDelete(settings, "name")
                .run(
                        invocation.query().getOr("filename", ""),
                        name -> file(name, invocation).isPresent() && files.delete(name));
    }
}
