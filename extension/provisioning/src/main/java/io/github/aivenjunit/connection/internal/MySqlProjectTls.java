package io.github.aivenjunit.connection.internal;

import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.ServerSession;
import com.mysql.cj.protocol.SocketConnection;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Starts TLS for MySQL Connector/J with a certificate authority that is part of the JDBC URL. The driver itself takes
 * authorities from trust store files only. It loads this class by the name in the URL; without the driver nobody does.
 */
public final class MySqlProjectTls extends StandardSocketFactory {

    /** The certificate, in the URL-safe form of Base64. */
    private static final String CA_PROPERTY = "aivenProjectCa";

    /** Loaded by the driver, once per connection. */
    public MySqlProjectTls() {}

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // The driver's signature.
    public <T extends Closeable> T performTlsHandshake(SocketConnection connection, @Nullable ServerSession session)
            throws IOException {
        return performTlsHandshake(connection, session, null);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The driver's signature.
    public <T extends Closeable> T performTlsHandshake(
            SocketConnection connection, @Nullable ServerSession session, @Nullable Log log) throws IOException {
        String ca = connection.getPropertySet().getStringProperty(CA_PROPERTY).getValue();
        SSLSocket tls = (SSLSocket) trusting(ca)
                .getSocketFactory()
                .createSocket(rawSocket, connection.getHost(), connection.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        sslSocket = tls;
        return (T) tls;
    }

    private static SSLContext trusting(String ca) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            byte[] encoded = Base64.getUrlDecoder().decode(ca);
            store.setCertificateEntry(
                    "aiven-project-ca",
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "The JDBC URL holds no certificate in '" + CA_PROPERTY
                            + "'. Take the whole URL from MySqlConnection.jdbcUrl().",
                    e);
        }
    }
}
