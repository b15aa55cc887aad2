package io.github.multicloudcx.udm.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The snippets of docs/archives.md, which ArchivesGuideTest runs. */
final class ArchivesSnippets {
    final List<String> names = new ArrayList<>();

    record Contact(String contactId, String lastName, String emailAddress) {}

    void records(Path file, Path key, Path certificate) {
        try (ExportArchive archive = ExportArchive.decrypt(file, DecryptionKey.pem(key, certificate));
                Stream<ExportRecord> records = archive.records()) {
            records.forEach(record -> names.add(record.text("LastName")));
        }
    }

    long contacts(ExportArchive archive) {
        try (Stream<Contact> contacts = archive.records(Contact.class)) {
            return contacts.filter(contact -> contact.emailAddress() != null).count();
        }
    }

    ArchiveSummary all(ExportArchive archive, Path directory, Path zip) {
        ArchiveSummary summary = archive.verify();
        archive.extractTo(directory);
        archive.decryptTo(zip);
        return summary;
    }

    long parts(List<Path> parts, DecryptionKey key) {
        try (ExportArchive archive = ExportArchive.decrypt(parts, key)) {
            return archive.verify().records();
        }
    }

    ArchiveLimits limits() {
        ArchiveLimits limits = ArchiveLimits.DEFAULT.ratio(1000).recordBytes(256 * 1024 * 1024);
        return limits;
    }
}
