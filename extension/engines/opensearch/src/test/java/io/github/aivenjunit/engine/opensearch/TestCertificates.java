package io.github.aivenjunit.engine.opensearch;

import io.github.aivenjunit.emulator.engine.TlsIdentity;
import okhttp3.tls.HeldCertificate;

/** A certificate authority like that of an emulated project. */
final class TestCertificates {

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("test CA")
            .build();

    TlsIdentity forLocalhost() {
        return identity(new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1"));
    }

    private TlsIdentity identity(HeldCertificate.Builder leaf) {
        HeldCertificate signed = leaf.signedBy(authority).build();
        return new TlsIdentity(signed.certificatePem(), signed.privateKeyPkcs8Pem(), authority.certificatePem());
    }
}
