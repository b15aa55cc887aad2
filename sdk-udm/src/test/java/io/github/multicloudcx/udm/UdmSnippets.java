package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.udm.model.CronSchedule;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.KeyValueItem;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** The snippets of docs/udm.md, which GuideTest compares and runs. */
final class UdmSnippets {
    private final UdmClient udm;
    private final Path directory;

    UdmSnippets(UdmClient udm, Path directory) {
        this.udm = udm;
        this.directory = directory;
    }

    void certificate(Path pem) {
        udm.certificates().upload(pem).execute();
    }

    JobInfo create(Instant from, Instant to) {
        JobInfo job = udm.jobs()
                .create(Job.builder()
                        .title("Contacts of last week")
                        .source("UCS")
                        .type("UCS")
                        .timeFrame(TimeFrame.between(from, to))
                        .schedulerParam(SchedulerParam.now())
                        .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")))
                        .build())
                .execute();
        return job;
    }

    JobInfo await(JobInfo job) {
        JobInfo done = udm.jobs()
                .await(job.id())
                .timeout(Duration.ofHours(2))
                .onProgress(progress -> bar(progress.progress()))
                .execute();
        return done;
    }

    DownloadedFile download(JobInfo done) {
        DownloadedFile file = udm.files()
                .download(done.fileName())
                .sha256()
                .to(directory.resolve("contacts.smime"))
                .execute();
        return file;
    }

    String outcome(long id) {
        JobOutcome outcome =
                udm.jobs().await(id).timeout(Duration.ofMinutes(10)).outcome();
        if (outcome instanceof JobOutcome.Done done) {
            return "file " + done.job().fileName();
        } else if (outcome instanceof JobOutcome.TimedOut over) {
            return "still going on: " + over.progress();
        }
        return "no export: " + outcome;
    }

    long count() {
        try (Stream<JobInfo> all = udm.jobs().list().title("nightly").orderBy("createdDate").descending().stream()) {
            return all.filter(job -> job.fileName() != null).count();
        }
    }

    Page<JobInfo> page() {
        Page<JobInfo> page =
                udm.history().list().status("COMPLETED").size(50).page().execute();
        if (page.hasNext()) {
            page = udm.history()
                    .list()
                    .status("COMPLETED")
                    .size(50)
                    .from(page.next())
                    .page()
                    .execute();
        }
        return page;
    }

    FileLinks links(List<String> names) {
        FileLinks links = udm.files().links(names).execute();
        if (!links.complete()) {
            List<String> there = names.stream()
                    .filter(name -> !links.missing().contains(name))
                    .toList();
            return udm.files().links(there).execute();
        }
        return links;
    }

    List<String> deleteAll(long... ids) {
        DeleteResult result = udm.jobs().deleteAll(ids).execute();
        return result.notDeleted();
    }

    List<KeyValueItem> sources() {
        return udm.data().sources().execute().keyValues();
    }

    Job schedule() {
        Job nightly = Job.builder()
                .title("nightly")
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.all())
                .schedulerParam(SchedulerParam.cron(
                                CronSchedule.daily(LocalTime.of(2, 0)).unix())
                        .startingAtUtc(LocalDateTime.of(2026, 2, 1, 0, 0))
                        .runs(30))
                .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")))
                .build();
        return nightly;
    }

    void suspendAndResume(long id) {
        udm.jobs().suspend(id).execute();
        udm.jobs().resume(id).execute();
    }

    JobInfo again(long id, Instant from, Instant to) {
        JobInfo there = udm.jobs().get(id).execute();
        JobInfo again = udm.jobs()
                .create(there.toJob("Contact")
                        .timeFrame(TimeFrame.between(from, to))
                        .schedulerParam(SchedulerParam.now())
                        .build())
                .execute();
        return again;
    }

    @SuppressWarnings("deprecation") // that is what it is about
    static ExportClient before(CxClient cx) {
        ExportClient exports = UdmV4Client.create(cx);
        return exports;
    }

    static ExportClient after(CxClient cx) {
        ExportClient exports = UdmClient.create(cx);
        return exports;
    }

    private void bar(Integer percent) {}
}
