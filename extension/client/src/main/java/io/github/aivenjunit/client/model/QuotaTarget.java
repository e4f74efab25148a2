package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * Whom a Kafka quota limits: a user, a client id, or a user with a client id. Aiven takes {@code default} for all those
 * without a quota of their own.
 */
public record QuotaTarget(Optional<String> user, Optional<String> clientId) {

    public QuotaTarget {
        user.ifPresent(name -> Missing.required(name, "user name"));
        clientId.ifPresent(id -> Missing.required(id, "client id"));
        if (user.isEmpty() && clientId.isEmpty()) {
            throw new IllegalArgumentException("The quota limits nobody. Name a user, a client id or both.");
        }
    }

    public static QuotaTarget ofUser(String user) {
        return new QuotaTarget(Optional.of(user), Optional.empty());
    }

    public static QuotaTarget ofClient(String clientId) {
        return new QuotaTarget(Optional.empty(), Optional.of(clientId));
    }

    public static QuotaTarget of(String user, String clientId) {
        return new QuotaTarget(Optional.of(user), Optional.of(clientId));
    }
}
