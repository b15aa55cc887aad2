package io.github.multicloudcx.sandbox;

/** How a value is written that was not given as JSON. */
public enum ValueShape {
    /**
     * A number is <code>{"intValue":12,"stringValue":"12"}</code>, whether it is whole or not; a text is
     * <code>{"stringValue":"WaitForNextCall"}</code>.
     */
    OBJECT,
    /** An object with nothing but <code>{"stringValue":"12"}</code>, for texts and numbers. */
    STRING_VALUE,
    /** A bare number {@code 12}; a text is a bare text. */
    NUMBER,
    /** A bare decimal number {@code 12.0}; a text is a bare text. */
    DECIMAL,
    /** A bare text {@code "12"}, for texts and numbers. */
    TEXT
}
