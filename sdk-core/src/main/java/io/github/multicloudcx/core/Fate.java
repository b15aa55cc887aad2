package io.github.multicloudcx.core;

/** What is known about a request that failed: whether the server may have carried it out. */
public enum Fate {
    /** Nothing left this machine; repeating is harmless. */
    NOT_SENT("nothing was sent"),
    /** The server answered no; nothing was done. */
    REJECTED("the server refused it"),
    /** It was sent and may have been carried out; look before repeating. */
    UNKNOWN("it may have been carried out: check before repeating"),
    /** A part of it was done; the exception or the result says which part was not. */
    PARTIAL("a part of it was done");

    private final String advice;

    Fate(String advice) {
        this.advice = advice;
    }

    /**
     * Returns the fate in words.
     *
     * @return a phrase for the end of an error line
     */
    public String advice() {
        return advice;
    }
}
