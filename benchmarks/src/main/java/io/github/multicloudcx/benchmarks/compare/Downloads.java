package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSink;
import okio.HashingSink;
import okio.Okio;

/** A large file to disk. Arguments: directory, bytes, whether it is hashed. */
final class Downloads {
    private Downloads() {}

    static void byHand(String url, String[] rest) throws IOException {
        Path file = Path.of(rest[0]).resolve("by-hand");
        OkHttpClient client = new OkHttpClient();
        try (Response response = client.newCall(Floor.request(HttpUrl.get(url + "/file/" + rest[1]))
                                .build())
                        .execute();
                HashingSink hashing = HashingSink.sha256(Okio.sink(file));
                BufferedSink sink = Okio.buffer(Boolean.parseBoolean(rest[2]) ? hashing : Okio.sink(file))) {
            sink.writeAll(response.body().source());
            sink.flush();
        }
        done(file, rest[1]);
    }

    static void byUs(String url, String[] rest) throws IOException {
        Path file = Path.of(rest[0]).resolve("by-us");
        try (CxClient cx = Ours.client(url)) {
            Download download =
                    cx.request().get("/file/{bytes}").path("bytes", rest[1]).download();
            var unused = Boolean.parseBoolean(rest[2])
                    ? download.sha256().to(file).execute().path()
                    : download.to(file).execute();
        }
        done(file, rest[1]);
    }

    private static void done(Path file, String bytes) throws IOException {
        if (Files.size(file) != Long.parseLong(bytes)) {
            throw new IOException(file + " has " + Files.size(file) + " bytes");
        }
        Files.delete(file);
    }
}
