package io.github.aivenjunit.emulator.internal.certificates;

import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A project's certificate authority with an EC P-256 key, made when it is first needed. Thread-safe; waits on no other
 * lock.
 *
 * <p>Certificates are valid from one day ago on the system's clock, whatever the emulator's clock says, because TLS
 * libraries look at the system's.
 */
public final class ProjectCa {

    private static final long CA_DAYS = 3650;
    private static final long LEAF_DAYS = 820;

    private final String id = UUID.randomUUID().toString();
    /** Certificate and key as they are stored. */
    private @Nullable String caPem;

    private transient @Nullable HeldCertificate ca;

    public String pem() {
        return ca().certificatePem();
    }

    /** A certificate for a server on this machine. */
    public TlsIdentity server(String commonName) {
        return server(commonName, List.of());
    }

    /** A certificate for a server that is reached under other names too. */
    public TlsIdentity server(String commonName, List<String> otherNames) {
        HeldCertificate.Builder builder = leaf(commonName)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("::1");
        otherNames.forEach(builder::addSubjectAlternativeName);
        HeldCertificate leaf = builder.build();
        return new TlsIdentity(leaf.certificatePem(), leaf.privateKeyPkcs8Pem(), pem());
    }

    /** A certificate for a user, whose name is the common name. */
    public ClientCertificate client(String username) {
        HeldCertificate leaf = leaf(username).build();
        return new ClientCertificate(
                leaf.certificatePem(),
                leaf.privateKeyPkcs8Pem(),
                leaf.certificate().getNotAfter().toInstant());
    }

    /** Certificate and key, made if need be, for {@link #restore}. */
    public synchronized String stored() {
        HeldCertificate held = ca();
        return held.certificatePem() + held.privateKeyPkcs8Pem();
    }

    /** Becomes the authority that was stored. */
    public synchronized void restore(String stored) {
        caPem = stored;
        ca = null;
    }

    private HeldCertificate.Builder leaf(String commonName) {
        return validFor(LEAF_DAYS).commonName(commonName).signedBy(ca());
    }

    private synchronized HeldCertificate ca() {
        if (ca == null && caPem != null) {
            ca = HeldCertificate.decode(caPem);
        }
        if (ca == null) {
            ca = validFor(CA_DAYS)
                    .commonName(id + " Project CA")
                    .certificateAuthority(0)
                    .build();
            caPem = ca.certificatePem() + ca.privateKeyPkcs8Pem();
        }
        return ca;
    }

    private static HeldCertificate.Builder validFor(long days) {
        long now = System.currentTimeMillis();
        return new HeldCertificate.Builder()
                .ecdsa256()
                .validityInterval(now - TimeUnit.DAYS.toMillis(1), now + TimeUnit.DAYS.toMillis(days));
    }
}
