package io.github.multicloudcx.nexus.securemail;

/** How far a secure email is removed; the deprecated values of the reference are not sent. */
public enum Removal {
    /** It is marked as read. */
    READ("read"),
    /** It is hidden from lists and stays in the contact database. */
    DELETE("delete"),
    /** It is gone everywhere. */
    PURGE("purge");

    private final String value;

    Removal(String value) {
        this.value = value;
    }

    /**
     * Returns the value of the parameter {@code remove}.
     *
     * @return as it is written
     */
    public String value() {
        return value;
    }
}
