package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.internal.certificates.ClientCertificate;
import java.time.Instant;
import java.util.Optional;

/** A user of a service. Immutable; the secrets stay out of {@link #toString()}. */
public record ServiceUser(
        String name,
        boolean primary,
        String password,
        Instant passwordTime,
        Optional<ClientCertificate> certificate,
        Optional<String> authentication,
        Optional<ObjectNode> accessControl) {

    public Credentials credentials() {
        return new Credentials(name, password);
    }

    public ServiceUser withPassword(String changed, Instant now) {
        return new ServiceUser(name, primary, changed, now, certificate, authentication, accessControl);
    }

    public ServiceUser withAccessControl(Optional<ObjectNode> changed) {
        return new ServiceUser(name, primary, password, passwordTime, certificate, authentication, changed);
    }

    public ServiceUser withCertificate(ClientCertificate made) {
        return new ServiceUser(name, primary, password, passwordTime, Optional.of(made), authentication, accessControl);
    }

    @Override
    public String toString() {
        return "ServiceUser[" + name + "]";
    }
}
