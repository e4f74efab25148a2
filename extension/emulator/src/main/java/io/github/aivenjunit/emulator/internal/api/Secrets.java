package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.fault.SecretAccess;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;

/**
 * Whether an answer shows secrets.
 *
 * <p>Aiven API: from 1 March 2027 they are redacted unless a read asks for them; answers to writes redact them too,
 * except the one that creates a user.
 */
enum Secrets {
    SHOWN,
    REDACTED;

    static final String REDACTION = "<redacted>";

    static Secrets forRead(Call call, FaultBoard faults) {
        boolean asked = call.query("include_secrets").filter("true"::equals).isPresent();
        return switch (faults.secretAccess()) {
            case PLAIN -> SHOWN;
            case REDACTED -> asked ? SHOWN : REDACTED;
            case FORBIDDEN -> {
                if (asked) {
                    throw Refusal.of(
                            403,
                            "permission_denied",
                            "You don't have permission to perform this action: " + call.operationId());
                }
                yield REDACTED;
            }
        };
    }

    static Secrets forWrite(FaultBoard faults) {
        return faults.secretAccess() == SecretAccess.PLAIN ? SHOWN : REDACTED;
    }

    String show(String secret) {
        return this == SHOWN ? secret : REDACTION;
    }
}
