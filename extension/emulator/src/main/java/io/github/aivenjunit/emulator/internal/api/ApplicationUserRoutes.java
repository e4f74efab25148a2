package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.AccessTokens;
import io.github.aivenjunit.emulator.internal.state.ApplicationUser;
import io.github.aivenjunit.emulator.internal.state.Platform;

/** Users of the organization that are programs, and their tokens. */
final class ApplicationUserRoutes {

    private static final int NAME_LENGTH = 256;

    private final Platform platform;

    ApplicationUserRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String users = "/organization/{organization_id}/application-users";
        String user = users + "/{user_id}";
        String tokens = user + "/access-tokens";
        routes.add("GET", users, "ApplicationUsersList", this::list);
        routes.add("POST", users, "ApplicationUserCreate", this::create);
        routes.add("GET", user, "ApplicationUserGet", call -> Reply.ok(json(user(call))));
        routes.add("PATCH", user, "ApplicationUserUpdate", this::update);
        routes.add("DELETE", user, "ApplicationUserDelete", this::delete);
        routes.add("GET", tokens, "ApplicationUserAccessTokensList", this::tokens);
        routes.add("POST", tokens, "ApplicationUserAccessTokenCreate", this::createToken);
        routes.add("DELETE", tokens + "/{token_prefix}", "ApplicationUserAccessTokenDelete", this::revokeToken);
    }

    private Reply list(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        ObjectNode answer = Reply.object();
        ArrayNode users = answer.putArray("application_users");
        platform.applicationUsers().all().forEach(user -> users.add(json(user)));
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        Input input = call.input();
        input.flag("is_super_admin");
        return Reply.ok(json(platform.applicationUsers().create(input.requiredText("name", NAME_LENGTH))));
    }

    private Reply update(Call call) {
        ApplicationUser user = user(call);
        return Reply.ok(
                json(platform.applicationUsers().rename(user, call.input().requiredText("name", NAME_LENGTH))));
    }

    private Reply delete(Call call) {
        platform.applicationUsers().delete(user(call));
        return new Reply.NoContent();
    }

    private Reply tokens(Call call) {
        ApplicationUser user = user(call);
        return Reply.ok(AccessTokenJson.tokens(platform.tokens().of(user.id(), platform.now()), call.caller()));
    }

    private Reply createToken(Call call) {
        ApplicationUser user = user(call);
        AccessTokens.Created created =
                platform.tokens().create(user.id(), AccessTokenJson.order(call.input()), platform.now());
        return Reply.ok(Reply.object()
                .put("full_token", created.fullToken())
                .put("token_prefix", created.token().prefix()));
    }

    private Reply revokeToken(Call call) {
        if (!platform.tokens().revoke(user(call).id(), call.path("token_prefix"))) {
            throw AccessTokenRoutes.unknownToken();
        }
        return new Reply.NoContent();
    }

    private ApplicationUser user(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        String id = call.path("user_id");
        if (id.equals(platform.account().userId())) {
            throw Refusal.of(400, "user_not_application_user", "User is not an application user");
        }
        return platform.applicationUsers()
                .find(id)
                .orElseThrow(() -> Refusal.of(404, "organization_user_not_found", "Organization user not found"));
    }

    /** Aiven API: {@code is_super_admin} is accepted and no longer means anything. */
    private static ObjectNode json(ApplicationUser user) {
        return Reply.object()
                .put("is_super_admin", false)
                .put("name", user.name())
                .put("user_email", user.email())
                .put("user_id", user.id());
    }
}
