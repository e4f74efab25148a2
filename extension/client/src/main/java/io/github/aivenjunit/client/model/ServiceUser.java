package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A user of a service. {@link #toString()} shows name and type only.
 *
 * @param type {@code primary} or {@code normal}
 * @param password empty when it was changed outside Aiven, and for a moment after create and reset
 * @param accessCert PEM, Kafka only
 * @param accessKey PEM in PKCS#8, Kafka only
 */
public record ServiceUser(
        String username,
        String type,
        Optional<Secret> password,
        Optional<String> accessCert,
        Optional<Secret> accessKey,
        Optional<Instant> accessCertNotValidAfterTime,
        Optional<String> authentication,
        Optional<Instant> passwordUpdatedTime,
        Map<String, Object> accessControl) {

    public ServiceUser {
        username = Missing.identity(username, "username");
        type = Missing.text(type);
        password = Missing.optional(password);
        accessCert = Missing.optional(accessCert);
        accessKey = Missing.optional(accessKey);
        accessCertNotValidAfterTime = Missing.optional(accessCertNotValidAfterTime);
        authentication = Missing.optional(authentication);
        passwordUpdatedTime = Missing.optional(passwordUpdatedTime);
        accessControl = Missing.json(accessControl);
    }

    @Override
    public String toString() {
        return "ServiceUser[username=" + username + ", type=" + type + "]";
    }
}
