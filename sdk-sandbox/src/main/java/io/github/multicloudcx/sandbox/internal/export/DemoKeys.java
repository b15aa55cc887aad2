package io.github.multicloudcx.sandbox.internal.export;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate and its key, made on first use. */
public final class DemoKeys {
    private static final int KEY_BITS = 2048;

    private record Pair(String certificate, String privateKey) {}

    private @Nullable Pair pair;

    public String certificate() {
        return pair().certificate();
    }

    public String privateKey() {
        return pair().privateKey();
    }

    private synchronized Pair pair() {
        Pair made = pair;
        if (made == null) {
            made = make();
            pair = made;
        }
        return made;
    }

    private static Pair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair keys = generator.generateKeyPair();
            String key = Pem.encode("PRIVATE KEY", keys.getPrivate().getEncoded());
            return new Pair(Pem.encode("CERTIFICATE", selfSigned(keys).getEncoded()), key);
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("No demo certificate: " + impossible.getMessage(), impossible);
        }
    }

    private static X509CertificateHolder selfSigned(KeyPair keys) throws OperatorCreationException {
        X500Name name = new X500Name("CN=Multicloud CX sandbox");
        Instant start = Instant.EPOCH;
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(start),
                        Date.from(start.plus(36_500, ChronoUnit.DAYS)),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    }
}
