package io.github.multicloudcx.core.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Says what is wrong with JSON from the place and the expected type alone: Jackson's own messages quote values. */
public final class JsonFailure {
    private JsonFailure() {}

    /** For example {@code $.id is not an integer}. */
    public static String describe(JsonProcessingException e) {
        return describe(e, "$");
    }

    /** The same for a value that stands at a path, for example {@code $.items[3].id is not an integer}. */
    public static String describe(JsonProcessingException e, String root) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path(root, unknown.getPath()) + " is a field that the model does not know";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return path(root, mapping.getPath()) + " is not " + expected(mapping);
        }
        if (e instanceof MismatchedInputException mismatch) {
            return root + " is not " + expected(mismatch);
        }
        JsonLocation at = e.getLocation();
        return "no valid JSON" + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** The place as a JSON path. */
    private static String path(String root, List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder(root);
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() != null) {
                path.append('.').append(reference.getFieldName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String expected(JsonMappingException e) {
        boolean typed = e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null;
        return typed ? word(((MismatchedInputException) e).getTargetType()) : "what the model expects";
    }

    private static String word(Class<?> type) {
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "an integer";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "a boolean";
        }
        if (type == String.class) {
            return "a text";
        }
        return Iterable.class.isAssignableFrom(type) ? "an array" : "a valid " + type.getSimpleName();
    }
}
