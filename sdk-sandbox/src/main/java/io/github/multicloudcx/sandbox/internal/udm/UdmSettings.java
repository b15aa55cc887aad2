package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.ContentEncryption;
import io.github.multicloudcx.sandbox.ExportLayout;
import io.github.multicloudcx.sandbox.FileLinksShape;
import io.github.multicloudcx.sandbox.JobShape;
import io.github.multicloudcx.sandbox.MessageForm;
import io.github.multicloudcx.sandbox.SplitStyle;
import io.github.multicloudcx.sandbox.SuspendShape;
import io.github.multicloudcx.sandbox.UndeletedShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Behaviour of the export service that a test may change while it runs. */
public final class UdmSettings {
    private volatile boolean statusOmitted;
    private volatile boolean idsAsStrings;
    private volatile boolean definitionIdEmpty;
    private volatile boolean suspendedAsBoolean;
    private volatile boolean fileNameInLowerCase;
    private volatile boolean missingFileNamesOmitted;
    private volatile SuspendShape suspendShape = SuspendShape.AUTOMATIC;
    private volatile JobShape jobShape = JobShape.AUTOMATIC;
    private volatile FileLinksShape fileLinksShape = FileLinksShape.AUTOMATIC;
    private volatile UndeletedShape undeletedShape = UndeletedShape.STRINGS;
    private volatile SplitStyle splitStyle = SplitStyle.SLICES_OF_ONE_ZIP;
    private volatile Duration linkLifetime = Duration.ofMinutes(5);
    private volatile Duration fileLifetime = Duration.ofDays(30);
    private volatile ExportLayout exportLayout = ExportLayout.AUTOMATIC;
    private volatile ContentEncryption contentEncryption = ContentEncryption.AES256_CBC;
    private volatile MessageForm messageForm = MessageForm.SMIME;
    private volatile List<Path> exportParts = List.of();
    private volatile Duration listDelay = Duration.ZERO;
    private final Set<String> undeletable = ConcurrentHashMap.newKeySet();

    public boolean statusOmitted() {
        return statusOmitted;
    }

    public void statusOmitted(boolean on) {
        statusOmitted = on;
    }

    public boolean idsAsStrings() {
        return idsAsStrings;
    }

    public void idsAsStrings(boolean on) {
        idsAsStrings = on;
    }

    boolean definitionIdEmpty() {
        return definitionIdEmpty;
    }

    public void definitionIdEmpty(boolean on) {
        definitionIdEmpty = on;
    }

    boolean suspendedAsBoolean() {
        return suspendedAsBoolean;
    }

    public void suspendedAsBoolean(boolean on) {
        suspendedAsBoolean = on;
    }

    boolean fileNameInLowerCase() {
        return fileNameInLowerCase;
    }

    public void fileNameInLowerCase(boolean on) {
        fileNameInLowerCase = on;
    }

    boolean missingFileNamesOmitted() {
        return missingFileNamesOmitted;
    }

    public void missingFileNamesOmitted(boolean on) {
        missingFileNamesOmitted = on;
    }

    SuspendShape suspendShape() {
        return suspendShape;
    }

    public void suspendShape(SuspendShape shape) {
        suspendShape = shape;
    }

    JobShape jobShape() {
        return jobShape;
    }

    public void jobShape(JobShape shape) {
        jobShape = shape;
    }

    public FileLinksShape fileLinksShape() {
        return fileLinksShape;
    }

    public void fileLinksShape(FileLinksShape shape) {
        fileLinksShape = shape;
    }

    public UndeletedShape undeletedShape() {
        return undeletedShape;
    }

    public void undeletedShape(UndeletedShape shape) {
        undeletedShape = shape;
    }

    public SplitStyle splitStyle() {
        return splitStyle;
    }

    public void splitStyle(SplitStyle style) {
        splitStyle = style;
    }

    public Duration linkLifetime() {
        return linkLifetime;
    }

    public void linkLifetime(Duration lifetime) {
        linkLifetime = lifetime;
    }

    public Duration fileLifetime() {
        return fileLifetime;
    }

    public void fileLifetime(Duration lifetime) {
        fileLifetime = lifetime;
    }

    ExportLayout exportLayout() {
        return exportLayout;
    }

    public void exportLayout(ExportLayout layout) {
        exportLayout = layout;
    }

    ContentEncryption contentEncryption() {
        return contentEncryption;
    }

    public void contentEncryption(ContentEncryption encryption) {
        contentEncryption = encryption;
    }

    MessageForm messageForm() {
        return messageForm;
    }

    public void messageForm(MessageForm form) {
        messageForm = form;
    }

    List<Path> exportParts() {
        return exportParts;
    }

    void exportParts(List<Path> files) {
        exportParts = List.copyOf(files);
    }

    Duration listDelay() {
        return listDelay;
    }

    public void listDelay(Duration delay) {
        listDelay = delay;
    }

    public void undeletable(String id) {
        undeletable.add(id);
    }

    boolean isUndeletable(String id) {
        return undeletable.contains(id);
    }
}
