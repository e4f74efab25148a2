package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import java.util.List;
import java.util.Optional;

/** What becomes of the {@code user_config} that callers send. */
final class UserConfigs {

    private static final String ADMIN_NAME = "admin_username";
    private static final String ADMIN_PASSWORD = "admin_password";

    private UserConfigs() {}

    /** What a new service is configured with: nulls left out, the administrator's credentials kept elsewhere. */
    static ObjectNode ofNewService(TypeOffer type, ObjectNode sent) {
        type.userConfig().check(sent);
        ObjectNode config = sent.deepCopy();
        withoutCredentials(config);
        removeNulls(config);
        return config;
    }

    /** The same with the version that the API fills in. */
    static ObjectNode withDefaults(TypeOffer type, ObjectNode config) {
        ObjectNode filled = config.deepCopy();
        if (type.userConfig().json().path("properties").has(type.versionKey()) && !filled.has(type.versionKey())) {
            filled.put(type.versionKey(), type.defaultVersion());
        }
        return filled;
    }

    static Optional<String> adminName(ObjectNode sent) {
        return text(sent, ADMIN_NAME);
    }

    static Optional<String> adminPassword(ObjectNode sent) {
        return text(sent, ADMIN_PASSWORD);
    }

    /** Merges a change into the stored configuration; null removes, {@code <redacted>} leaves alone. */
    static ObjectNode merge(TypeOffer type, ObjectNode stored, ObjectNode change) {
        type.userConfig().check(change);
        ObjectNode merged = stored.deepCopy();
        mergeInto(merged, change);
        withoutCredentials(merged);
        refuseDowngrade(type, stored, merged);
        return merged;
    }

    private static void mergeInto(ObjectNode target, ObjectNode change) {
        change.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value.isTextual() && value.textValue().equals(Secrets.REDACTION)) {
                return;
            } else if (value instanceof ObjectNode nested
                    && target.get(member.getKey()) instanceof ObjectNode present) {
                mergeInto(present, nested);
            } else {
                target.set(member.getKey(), value.deepCopy());
            }
        });
    }

    private static void refuseDowngrade(TypeOffer type, ObjectNode stored, ObjectNode merged) {
        int before = position(type, stored);
        int after = position(type, merged);
        if (before >= 0 && after >= 0 && after < before) {
            String product = type.description().split(" - ", 2)[0];
            throw Refusal.of(400, product + " major version downgrade is not possible");
        }
    }

    private static int position(TypeOffer type, ObjectNode config) {
        return type.versions().indexOf(config.path(type.versionKey()).asText());
    }

    private static void withoutCredentials(ObjectNode config) {
        config.remove(List.of(ADMIN_NAME, ADMIN_PASSWORD));
    }

    private static void removeNulls(ObjectNode config) {
        config.properties().removeIf(member -> member.getValue().isNull());
    }

    private static Optional<String> text(ObjectNode config, String name) {
        return Optional.of(config.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
