package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.error.UnprocessableException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields of the request are not accepted (422, "Validation Failed"): mend the request. */
public class ValidationFailedException extends UnprocessableException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public ValidationFailedException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }

    /**
     * Returns the errors by field. Codes mean something else for each operation.
     *
     * @return by name of the field, in the order of the answer; errors that name none stand under the empty text
     */
    public Map<String, List<FieldError>> byField() {
        return Collections.unmodifiableMap(fieldErrors().stream()
                .collect(Collectors.groupingBy(
                        error -> error.field() == null ? "" : error.field(),
                        LinkedHashMap::new,
                        Collectors.toUnmodifiableList())));
    }
}
