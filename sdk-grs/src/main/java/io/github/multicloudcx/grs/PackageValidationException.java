package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.error.UnprocessableException;
import java.util.List;
import java.util.Objects;

/** The rules of the package do not validate (422, "Package Validation Failed"): mend the rules in the authoring tool. */
public class PackageValidationException extends UnprocessableException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public PackageValidationException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }

    /**
     * Returns what is wrong with the rules.
     *
     * @return messages in the order of the answer
     */
    public List<String> messages() {
        return fieldErrors().stream()
                .map(FieldError::message)
                .filter(Objects::nonNull)
                .toList();
    }
}
