package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.udm.UdmBackdoor;
import io.github.multicloudcx.sandbox.internal.udm.UdmSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks into the export service and changes how it behaves. Thread-safe. */
public final class UdmControl {
    private final UdmSettings settings;
    private final UdmBackdoor backdoor;

    UdmControl(UdmSettings settings, UdmBackdoor backdoor) {
        this.settings = settings;
        this.backdoor = backdoor;
    }

    /**
     * Ids of all jobs and of the runs of scheduled ones.
     *
     * @return the ids in the order in which they were created
     */
    public List<Long> jobIds() {
        return backdoor.jobIds();
    }

    /**
     * Status of a job at this moment.
     *
     * @param id job id
     * @return its status
     * @throws IllegalArgumentException if there is no such job
     */
    public String jobStatus(long id) {
        return backdoor.jobStatus(id);
    }

    /**
     * Fixes the status of a job from now on, also to one that the sandbox does not know.
     *
     * @param id job id
     * @param status the status to answer
     * @throws IllegalArgumentException if there is no such job
     */
    public void setJobStatus(long id, String status) {
        backdoor.setJobStatus(id, status);
    }

    /**
     * Makes a job {@code FAILED}; as there is no documented field for a reason, it takes the place of the description.
     *
     * @param id job id
     * @param reason why it failed
     * @throws IllegalArgumentException if there is no such job
     */
    public void failJob(long id, String reason) {
        backdoor.failJob(id, reason);
    }

    /**
     * Adds jobs that are done, with a file name and a size but without a file: for long lists.
     *
     * @param count how many
     */
    public void addFinishedJobs(int count) {
        backdoor.addFinishedJobs(count);
    }

    /**
     * Adds a file with a content of your own, as if an export had made it.
     *
     * @param name file name
     * @param content its bytes, served as they are
     */
    public void addFile(String name, byte[] content) {
        backdoor.addFile(name, content);
    }

    /**
     * Adds a file with a content of your own, as if an export had made it, however big: it is read from disk while it is
     * served, and never all of it at once. Its {@code ETag} is made of name, size and time of the last change, so do not
     * change it while the sandbox runs, or add it again. The sandbox neither copies nor deletes it.
     *
     * @param name file name
     * @param content where its bytes are, served as they are
     * @throws IllegalArgumentException if there is no such file
     */
    public void addFile(String name, Path content) {
        backdoor.addFile(name, content);
    }

    /**
     * What the exports of all jobs consist of that finish from now on, in place of invented records. The parts get the
     * names that they would have anyway, {@code UCS-Contact-1-part1.smime} and so on, and belong to the history record
     * of their job. They are served like {@linkplain #addFile(String, Path) files on disk}.
     *
     * @param parts where the bytes of the parts are, in their order; empty for invented records
     * @throws IllegalArgumentException if one of the files does not exist
     */
    public void exportParts(List<Path> parts) {
        backdoor.exportParts(parts);
    }

    /**
     * Names of the files there are.
     *
     * @return names in the order in which the files were made
     */
    public List<String> fileNames() {
        return backdoor.fileNames();
    }

    /**
     * Content of a file that fits into memory.
     *
     * @param name file name
     * @return its bytes
     * @throws IllegalArgumentException if there is no such file
     */
    public byte[] file(String name) {
        return backdoor.file(name);
    }

    /**
     * The certificate in use.
     *
     * @return PEM text, empty before the first upload
     */
    public Optional<String> certificate() {
        return backdoor.certificate();
    }

    /**
     * Puts a certificate in use without a request.
     *
     * @param pem PEM text of an X.509 RSA certificate
     * @throws IllegalArgumentException if it is none
     */
    public void useCertificate(String pem) {
        backdoor.useCertificate(pem);
    }

    /**
     * Whether jobs and progress are answered without {@code status}.
     *
     * @param on false unless changed
     */
    public void omitStatus(boolean on) {
        settings.statusOmitted(on);
    }

    /**
     * Whether job ids are answered as strings.
     *
     * @param on false unless changed
     */
    public void idsAsStrings(boolean on) {
        settings.idsAsStrings(on);
    }

    /**
     * Whether the id of a job definition is answered as an empty string, as one sample of the reference has it; stronger
     * than {@link #idsAsStrings(boolean)}.
     *
     * @param on false unless changed
     */
    public void emptyDefinitionIds(boolean on) {
        settings.definitionIdEmpty(on);
    }

    /**
     * Whether {@code suspended} of a job definition is answered as a boolean in place of a string.
     *
     * @param on false unless changed
     */
    public void suspendedAsBoolean(boolean on) {
        settings.suspendedAsBoolean(on);
    }

    /**
     * Whether job records spell {@code fileName} as {@code filename}, as one model of the reference has it.
     *
     * @param on false unless changed
     */
    public void lowerCaseFileName(boolean on) {
        settings.fileNameInLowerCase(on);
    }

    /**
     * What suspending and resuming a job through v4 answers.
     *
     * @param shape {@link SuspendShape#AUTOMATIC} unless changed
     */
    public void suspendShape(SuspendShape shape) {
        settings.suspendShape(shape);
    }

    /**
     * What asking for one job through v4 answers.
     *
     * @param shape {@link JobShape#AUTOMATIC} unless changed
     */
    public void jobShape(JobShape shape) {
        settings.jobShape(shape);
    }

    /**
     * Whether v10 answers the empty object that the reference prints, in place of the names, when files are asked for
     * that do not exist.
     *
     * @param on false unless changed
     */
    public void omitMissingFileNames(boolean on) {
        settings.missingFileNamesOmitted(on);
    }

    /**
     * Shape of the list of presigned links.
     *
     * @param shape {@link FileLinksShape#AUTOMATIC} unless changed
     */
    public void fileLinksShape(FileLinksShape shape) {
        settings.fileLinksShape(shape);
    }

    /**
     * Makes deletes of a job, a history record or a file fail: a bulk delete answers 500 and names it, a single one
     * answers 400.
     *
     * @param id job id or file name
     */
    public void undeletable(String id) {
        settings.undeletable(id);
    }

    /**
     * Type of the elements in which a bulk delete names what it left.
     *
     * @param shape {@link UndeletedShape#STRINGS} unless changed
     */
    public void undeletedShape(UndeletedShape shape) {
        settings.undeletedShape(shape);
    }

    /**
     * What the parts of a split export are; for jobs that finish from now on.
     *
     * @param style {@link SplitStyle#SLICES_OF_ONE_ZIP} unless changed
     */
    public void splitStyle(SplitStyle style) {
        backdoor.finishJobs();
        settings.splitStyle(style);
    }

    /**
     * Which documents an export holds; for jobs that finish from now on.
     *
     * @param layout {@link ExportLayout#AUTOMATIC} unless changed
     */
    public void exportLayout(ExportLayout layout) {
        backdoor.finishJobs();
        settings.exportLayout(layout);
    }

    /**
     * How exports are encrypted; for jobs that finish from now on.
     *
     * @param encryption {@link ContentEncryption#AES256_CBC} unless changed
     */
    public void contentEncryption(ContentEncryption encryption) {
        backdoor.finishJobs();
        settings.contentEncryption(encryption);
    }

    /**
     * How the encrypted message of an export file is written down; for jobs that finish from now on. File names stay.
     *
     * @param form {@link MessageForm#SMIME} unless changed
     */
    public void messageForm(MessageForm form) {
        backdoor.finishJobs();
        settings.messageForm(form);
    }

    /**
     * How long a presigned link is good for; for links made from now on.
     *
     * @param lifetime 5 minutes unless changed
     */
    public void setLinkLifetime(Duration lifetime) {
        settings.linkLifetime(lifetime);
    }

    /**
     * How long after its creation a job, or a run of a scheduled one, is still missing from the lists of jobs and of
     * history records. Everything else knows it at once.
     *
     * @param delay time of the sandbox clock, zero unless changed
     */
    public void setListDelay(Duration delay) {
        settings.listDelay(delay);
    }

    /**
     * How long files are kept.
     *
     * @param lifetime 30 days unless changed
     */
    public void setFileLifetime(Duration lifetime) {
        settings.fileLifetime(lifetime);
    }
}
