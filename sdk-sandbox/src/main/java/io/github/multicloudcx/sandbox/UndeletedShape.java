package io.github.multicloudcx.sandbox;

/** Type of the elements in the bare array that names what a bulk delete left; the reference does not say. */
public enum UndeletedShape {
    /** Strings, {@code ["7"]}. */
    STRINGS,
    /** Numbers where the id is one, {@code [7]}. */
    NUMBERS,
    /** Objects, {@code [{"id":"7"}]}. */
    OBJECTS
}
