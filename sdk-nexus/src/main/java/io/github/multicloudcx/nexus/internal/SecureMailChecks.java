package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what is sent; the errors do not repeat it, for it is personal. */
final class SecureMailChecks {
    private static final Pattern SECUREBOX = Pattern.compile("[A-Za-z0-9]{3,16}");
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}\\p{Cs}]+@[^@\\s\\p{Cntrl}\\p{Cs}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private SecureMailChecks() {}

    static String securebox(@Nullable String name) {
        String text = Require.text(name, "securebox");
        if (!SECUREBOX.matcher(text).matches()) {
            throw new IllegalArgumentException("securebox must be 3 to 16 letters (A-Z, a-z) or digits");
        }
        return text;
    }

    static String address(@Nullable String address) {
        String text = Require.text(address, "address");
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "address must be a mail address: one @ with something before and after it, no white space");
        }
        return text;
    }
}
