package io.github.aivenjunit.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate of a project's own certificate authority, which issued the server certificates of most of its
 * services (Aiven docs: "TLS/SSL certificates"). Thread-safe; everything stays in memory.
 */
public final class CaCertificate {

    private final String pem;
    private final X509Certificate certificate;
    private Optional<SSLContext> context = Optional.empty();
    private Optional<TrustManager[]> trust = Optional.empty();

    private CaCertificate(String pem, X509Certificate certificate) {
        this.pem = pem;
        this.certificate = certificate;
    }

    /**
     * Reads PEM text.
     *
     * @throws IllegalArgumentException if the text is not a PEM certificate
     */
    public static CaCertificate of(String pem) {
        try {
            X509Certificate parsed = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return new CaCertificate(pem, parsed);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "The project's CA certificate is not a PEM certificate. Pass the text from BEGIN CERTIFICATE to END"
                            + " CERTIFICATE.",
                    e);
        }
    }

    /** The certificate as PEM text. */
    public String pem() {
        return pem;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A new in-memory key store that holds this certificate and nothing else. It has no password. */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("aiven-project-ca", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JVM cannot make an in-memory key store.", e);
        }
    }

    /**
     * The TLS context that trusts this certificate and what the JVM trusts. Both are needed: some service types and
     * newer services have a certificate of a public authority (Aiven docs: "TLS/SSL certificates").
     */
    public synchronized SSLContext sslContext() {
        // Reading all that the JVM trusts takes tens of milliseconds, and every service of a project asks.
        SSLContext made = context.orElseGet(this::newContext);
        context = Optional.of(made);
        return made;
    }

    private SSLContext newContext() {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(null, trustManagers(), null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make a TLS context.", e);
        }
    }

    /** For TLS contexts that also show a certificate: they trust what {@link #sslContext()} trusts. */
    synchronized TrustManager[] trustManagers() {
        TrustManager[] made = trust.orElseGet(this::newTrust);
        trust = Optional.of(made);
        return made.clone();
    }

    private TrustManager[] newTrust() {
        try {
            KeyStore store = trustStore();
            int index = 0;
            for (TrustManager manager : trustManagers(null)) {
                if (manager instanceof X509TrustManager x509) {
                    for (X509Certificate issuer : x509.getAcceptedIssuers()) {
                        store.setCertificateEntry("jvm-" + index++, issuer);
                    }
                }
            }
            return trustManagers(store);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make a TLS context.", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static TrustManager[] trustManagers(@org.jspecify.annotations.Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    @Override
    public String toString() {
        return "CaCertificate[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
