package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** Lets requests with the emulator's token pass. Aiven API: the schemes {@code aivenv1} and {@code Bearer} are equal. */
final class TokenCheck {

    private static final List<String> SCHEMES = List.of("aivenv1", "bearer");
    private static final int FORBIDDEN = 403;

    private final byte[] token;
    private final FaultBoard faults;

    TokenCheck(String token, FaultBoard faults) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.faults = faults;
    }

    void check(HttpRequest request) {
        if (request.authorization().filter(this::isOurs).isPresent()) {
            return;
        }
        int status = faults.invalidTokenStatus();
        throw status == FORBIDDEN
                ? Refusal.of(status, "authentication_failed", "Authentication failed")
                : Refusal.of(status, "Invalid token");
    }

    private boolean isOurs(String authorization) {
        int space = authorization.indexOf(' ');
        return space > 0
                && SCHEMES.contains(authorization.substring(0, space).toLowerCase(Locale.ROOT))
                && MessageDigest.isEqual(
                        authorization.substring(space + 1).strip().getBytes(StandardCharsets.UTF_8), token);
    }
}
