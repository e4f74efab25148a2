package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import io.github.aivenjunit.emulator.internal.state.AccessTokens;
import io.github.aivenjunit.emulator.internal.state.Account;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.time.Duration;
import java.util.List;

/** Logging in and out. The password of the account's user is any of its tokens. */
final class SessionRoutes {

    private static final int EMAIL_LENGTH = 319;
    private static final int PASSWORD_LENGTH = 256;
    private static final int OTP_LENGTH = 6;
    private static final Duration SESSION = Duration.ofDays(30);

    private final Platform platform;

    SessionRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.addOpen("POST", "/userauth", "UserAuth", this::logIn);
        routes.add("POST", "/me/logout", "UserLogout", this::logOut);
        routes.add("POST", "/me/expire_tokens", "UserExpireTokens", this::expireTokens);
    }

    private Reply logIn(Call call) {
        Input input = call.input();
        String email = input.requiredText("email", EMAIL_LENGTH);
        String password = input.requiredText("password", PASSWORD_LENGTH);
        input.text("otp", OTP_LENGTH);
        boolean known = email.equalsIgnoreCase(Account.EMAIL)
                && platform.tokens()
                        .use(password, platform.now())
                        .filter(token ->
                                token.userId().equals(platform.account().userId()))
                        .isPresent();
        if (!known) {
            throw Refusal.of(403, "authentication_failed", "Authentication failed");
        }
        AccessTokens.Order order = new AccessTokens.Order("Session", SESSION, true, List.of(), List.of());
        AccessTokens.Created session =
                platform.tokens().create(platform.account().userId(), order, platform.now());
        return Reply.ok(Reply.object()
                .put("state", "active")
                .put("token", session.fullToken())
                .put("user_email", Account.EMAIL));
    }

    /** The token of the request is over, also the one that the emulator began with. */
    private Reply logOut(Call call) {
        AccessToken token = call.caller();
        platform.tokens().revoke(token.userId(), token.prefix());
        return Reply.message("logged out");
    }

    private Reply expireTokens(Call call) {
        platform.tokens().revokeAll(call.caller().userId());
        return Reply.message("tokens expired");
    }
}
