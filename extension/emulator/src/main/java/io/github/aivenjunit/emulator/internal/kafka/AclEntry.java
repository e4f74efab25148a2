package io.github.aivenjunit.emulator.internal.kafka;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import java.util.Locale;

/** One of Aiven's own access rules, with the id and the spelling of the API. */
public record AclEntry(String id, String permission, String topic, String username) {

    AivenAcl rule() {
        return new AivenAcl(username, AivenAcl.Permission.valueOf(permission.toUpperCase(Locale.ROOT)), topic);
    }
}
