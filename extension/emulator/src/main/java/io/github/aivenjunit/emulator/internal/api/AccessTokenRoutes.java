package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import io.github.aivenjunit.emulator.internal.state.AccessTokens;
import io.github.aivenjunit.emulator.internal.state.Platform;

/** The tokens of the caller's own user. Aiven API: the secret is shown once, in the answer to its creation. */
final class AccessTokenRoutes {

    private final Platform platform;

    AccessTokenRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/access_token", "AccessTokenList", this::list);
        routes.add("POST", "/access_token", "AccessTokenCreate", this::create);
        routes.add("PUT", "/access_token/{token_prefix}", "AccessTokenUpdate", this::update);
        routes.add("DELETE", "/access_token/{token_prefix}", "AccessTokenRevoke", this::revoke);
    }

    static Refusal unknownToken() {
        return Refusal.of(404, "Access token not found");
    }

    private Reply list(Call call) {
        AccessToken caller = call.caller();
        return Reply.ok(AccessTokenJson.tokens(platform.tokens().of(caller.userId(), platform.now()), caller));
    }

    private Reply create(Call call) {
        AccessToken caller = call.caller();
        AccessTokens.Created created =
                platform.tokens().create(caller.userId(), AccessTokenJson.order(call.input()), platform.now());
        return Reply.ok(AccessTokenJson.token(created.token(), caller).put("full_token", created.fullToken()));
    }

    private Reply update(Call call) {
        String description = call.input().requiredText("description", AccessTokenJson.DESCRIPTION_LENGTH);
        AccessToken caller = call.caller();
        return platform.tokens()
                .describe(caller.userId(), call.path("token_prefix"), description)
                .map(token -> Reply.ok(AccessTokenJson.token(token, caller)))
                .orElseThrow(AccessTokenRoutes::unknownToken);
    }

    private Reply revoke(Call call) {
        if (!platform.tokens().revoke(call.caller().userId(), call.path("token_prefix"))) {
            throw unknownToken();
        }
        return Reply.message("revoked");
    }
}
