package io.github.multicloudcx.sandbox.internal.nexus;

import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What may be switched. */
public final class NexusSettings {
    private final Set<String> unknownServices = ConcurrentHashMap.newKeySet();
    private final Set<String> refusedMediaTypes = ConcurrentHashMap.newKeySet();
    private volatile boolean idsAreObjects = true;
    private volatile boolean receiptsHaveData;
    private volatile boolean recipientsInList;
    private volatile boolean fieldsBesideChannel;
    private volatile boolean sentBelowData;
    private volatile boolean referencesAreObjects;
    private volatile boolean mailCodesAreNumbers;
    private volatile boolean emptyEvents;
    private volatile boolean strangersAreUnknown;
    private volatile boolean upperCaseSignatures;
    private volatile boolean duplicates;
    private volatile int attempts = 5;
    private volatile Duration pause = Duration.ofSeconds(1);
    private volatile Duration patience = Duration.ofSeconds(10);

    public Set<String> unknownServices() {
        return unknownServices;
    }

    public void refuse(String mediaType) {
        refusedMediaTypes.add(MediaTypes.bare(mediaType));
    }

    boolean refuses(String mediaType) {
        return refusedMediaTypes.contains(MediaTypes.bare(mediaType));
    }

    public boolean idsAreObjects() {
        return idsAreObjects;
    }

    public void idsAreObjects(boolean on) {
        idsAreObjects = on;
    }

    public boolean receiptsHaveData() {
        return receiptsHaveData;
    }

    public void receiptsHaveData(boolean on) {
        receiptsHaveData = on;
    }

    public boolean recipientsInList() {
        return recipientsInList;
    }

    public void recipientsInList(boolean on) {
        recipientsInList = on;
    }

    public boolean fieldsBesideChannel() {
        return fieldsBesideChannel;
    }

    public void fieldsBesideChannel(boolean on) {
        fieldsBesideChannel = on;
    }

    public boolean sentBelowData() {
        return sentBelowData;
    }

    public void sentBelowData(boolean on) {
        sentBelowData = on;
    }

    public boolean referencesAreObjects() {
        return referencesAreObjects;
    }

    public void referencesAreObjects(boolean on) {
        referencesAreObjects = on;
    }

    public boolean mailCodesAreNumbers() {
        return mailCodesAreNumbers;
    }

    public void mailCodesAreNumbers(boolean on) {
        mailCodesAreNumbers = on;
    }

    public boolean emptyEvents() {
        return emptyEvents;
    }

    public void emptyEvents(boolean on) {
        emptyEvents = on;
    }

    public boolean strangersAreUnknown() {
        return strangersAreUnknown;
    }

    public void strangersAreUnknown(boolean on) {
        strangersAreUnknown = on;
    }

    public boolean upperCaseSignatures() {
        return upperCaseSignatures;
    }

    public void upperCaseSignatures(boolean on) {
        upperCaseSignatures = on;
    }

    public boolean duplicates() {
        return duplicates;
    }

    public void duplicates(boolean on) {
        duplicates = on;
    }

    public int attempts() {
        return attempts;
    }

    public Duration pause() {
        return pause;
    }

    public void redelivery(int most, Duration between) {
        attempts = most;
        pause = between;
    }

    public Duration patience() {
        return patience;
    }

    public void patience(Duration time) {
        patience = time;
    }
}
