package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.http.HttpRequest;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets requests with a valid token pass. Aiven API: the schemes {@code aivenv1} and {@code Bearer} are equal. */
final class TokenCheck {

    private static final List<String> SCHEMES = List.of("aivenv1", "bearer");
    private static final int FORBIDDEN = 403;

    private final Platform platform;

    TokenCheck(Platform platform) {
        this.platform = platform;
    }

    /** The request's token. */
    AccessToken check(HttpRequest request) {
        return request.authorization()
                .flatMap(TokenCheck::fullToken)
                .flatMap(token -> platform.tokens().use(token, platform.now()))
                .orElseThrow(this::refusal);
    }

    private Refusal refusal() {
        int status = platform.faults().invalidTokenStatus();
        return status == FORBIDDEN
                ? Refusal.of(status, "authentication_failed", "Authentication failed")
                : Refusal.of(status, "Invalid token");
    }

    private static Optional<String> fullToken(String authorization) {
        int space = authorization.indexOf(' ');
        return space > 0 && SCHEMES.contains(authorization.substring(0, space).toLowerCase(Locale.ROOT))
                ? Optional.of(authorization.substring(space + 1).strip())
                : Optional.empty();
    }
}
