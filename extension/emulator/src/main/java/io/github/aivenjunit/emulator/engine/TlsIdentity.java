package io.github.aivenjunit.emulator.engine;

/**
 * A server certificate with its key. The key stays out of {@link #toString()}.
 *
 * @param certificatePem the server's certificate
 * @param privateKeyPem the server's key as PKCS#8
 * @param caPem the certificate of the project's CA, which issued the server's
 */
public record TlsIdentity(String certificatePem, String privateKeyPem, String caPem) {

    @Override
    public String toString() {
        return "TlsIdentity[...]";
    }
}
