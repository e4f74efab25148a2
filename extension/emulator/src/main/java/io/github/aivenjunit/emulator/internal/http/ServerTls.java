package io.github.aivenjunit.emulator.internal.http;

import io.github.aivenjunit.emulator.engine.TlsIdentity;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Turns a certificate in PEM into what sockets are made with. */
final class ServerTls {

    private ServerTls() {}

    static SSLSocketFactory socketFactory(TlsIdentity identity) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(
                        HeldCertificate.decode(identity.certificatePem() + identity.privateKeyPem()),
                        Certificates.decodeCertificatePem(identity.caPem()))
                .build()
                .sslSocketFactory();
    }
}
