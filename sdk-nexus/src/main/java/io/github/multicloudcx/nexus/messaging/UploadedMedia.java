package io.github.multicloudcx.nexus.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Answer to an upload; see "UploadResponse" of the reference. Every field may be absent.
 *
 * @param mediaId id of the media, for {@link Channel#download} and {@link Channel#deleteMedia}
 * @param url synthetic address such as {@code genesys://nexus/<id>}, which is good for a message and not for fetching
 * @param filename name of the media
 * @param mimetype media type
 * @param length number of bytes
 */
public record UploadedMedia(
        @Nullable String mediaId,
        @Nullable String url,
        @Nullable String filename,
        @Nullable String mimetype,
        @Nullable Long length) {}
