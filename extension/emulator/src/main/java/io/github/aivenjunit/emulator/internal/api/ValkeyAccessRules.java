package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ValkeyAccess;
import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The {@code access_control} of a Valkey user, as the API writes it. */
final class ValkeyAccessRules {

    private ValkeyAccessRules() {}

    /** Empty when the request says nothing of Valkey. */
    static Optional<ValkeyAccess> of(Optional<ObjectNode> accessControl) {
        return accessControl
                .filter(control -> StreamSupport.stream(((Iterable<String>) control::fieldNames).spliterator(), false)
                        .anyMatch(name -> name.startsWith("valkey_acl_")))
                .map(ValkeyAccessRules::read);
    }

    private static ValkeyAccess read(ObjectNode control) {
        try {
            return new ValkeyAccess(
                    texts(control.path("valkey_acl_keys")),
                    texts(control.path("valkey_acl_commands")),
                    texts(control.path("valkey_acl_categories")),
                    control.hasNonNull("valkey_acl_channels")
                            ? Optional.of(texts(control.path("valkey_acl_channels")))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidInput(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
