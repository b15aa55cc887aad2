package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.MissingLibraryException;
import java.util.function.Supplier;

/** The library that decrypts. It is optional, so classes that need it are reached through here only. */
public final class BouncyCastle {
    private static final String DEPENDENCY = "org.bouncycastle:bcpkix-jdk18on:1.87";

    private BouncyCastle() {}

    /** Calls what needs the library. */
    static <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            throw missing(e);
        }
    }

    /** Fails when it is not there. */
    public static void require() {
        boolean unused = call(() -> CmsMessage.available());
    }

    private static MissingLibraryException missing(NoClassDefFoundError e) {
        return new MissingLibraryException(
                "Encrypted exports need Bouncy Castle, which is not on the class path: add the dependency "
                        + DEPENDENCY
                        + (BouncyCastle.class.getModule().isNamed()
                                ? " and, on the module path, \"requires org.bouncycastle.pkix\""
                                : ""),
                e);
    }
}
