package io.github.aivenjunit.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A certificate with its private key, both out of PEM text. Everything stays in memory. */
final class PemIdentity {

    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";

    private final Certificate[] chain;
    private final PrivateKey key;

    private PemIdentity(Certificate[] chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads PEM text.
     *
     * @throws IllegalArgumentException if it is not a certificate and its key in PKCS#8; holds neither
     */
    static PemIdentity of(String user, KafkaLogin.Certificate login) {
        String keyPem = login.privateKeyPem().reveal();
        try {
            Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(login.certificatePem().getBytes(StandardCharsets.US_ASCII)));
            Certificate[] chain = read.toArray(Certificate[]::new);
            int begin = keyPem.indexOf(BEGIN_KEY);
            int end = keyPem.indexOf(END_KEY);
            if (chain.length == 0 || begin < 0 || end < begin) {
                throw new GeneralSecurityException("There is a part missing.");
            }
            byte[] encoded = Base64.getMimeDecoder().decode(keyPem.substring(begin + BEGIN_KEY.length(), end));
            PrivateKey key = KeyFactory.getInstance(chain[0].getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new PemIdentity(chain, key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not as the cause: it may quote what it could not read.
            throw new IllegalArgumentException("The certificate of user '" + user
                    + "' and its key cannot be used. Pass a PEM certificate and its private key in PKCS#8, from BEGIN"
                    + " PRIVATE KEY to END PRIVATE KEY.");
        }
    }

    /** A new in-memory key store whose store and entry have this password. */
    KeyStore keyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("aiven-user", key, password, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JVM cannot make an in-memory key store.", e);
        }
    }

    KeyManager[] keyManagers() {
        char[] password = "memory-only".toCharArray();
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keyStore(password), password);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make a TLS context.", e);
        }
    }
}
