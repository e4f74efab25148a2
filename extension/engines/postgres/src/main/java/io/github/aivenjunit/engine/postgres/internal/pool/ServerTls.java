package io.github.aivenjunit.engine.postgres.internal.pool;

import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The server's side of TLS, prepared for the first client: most services have no pool. Thread-safe. */
final class ServerTls {

    private final TlsIdentity identity;
    private @Nullable SSLSocketFactory factory;

    ServerTls(TlsIdentity identity) {
        this.identity = identity;
    }

    /** Negotiates over a connection, which is closed with the returned one. */
    Socket negotiate(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket)
                factory().createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private synchronized SSLSocketFactory factory() throws IOException {
        SSLSocketFactory made = factory;
        if (made == null) {
            try {
                made = make();
            } catch (GeneralSecurityException unusable) {
                throw new IOException("The service's certificate cannot be used for its connection pooler.", unusable);
            }
            factory = made;
        }
        return made;
    }

    private SSLSocketFactory make() throws GeneralSecurityException, IOException {
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(identity.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(
                        Base64.getMimeDecoder().decode(identity.privateKeyPem().replaceAll("-----[A-Z ]+-----", ""))));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        // Never leaves memory, so it needs no password.
        char[] noPassword = {};
        store.setKeyEntry("server", key, noPassword, new Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, noPassword);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }
}
