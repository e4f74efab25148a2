package io.github.aivenjunit.emulator.internal.certificates;

import java.time.Instant;

/** What a user shows instead of a password. The key stays out of {@link #toString()}. */
public record ClientCertificate(String certificatePem, String privateKeyPem, Instant notValidAfter) {

    @Override
    public String toString() {
        return "ClientCertificate[...]";
    }
}
