package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import io.github.aivenjunit.emulator.internal.state.AccessTokens;
import java.time.Duration;
import java.util.List;

/** Access tokens as callers ask for them and as the API tells of them. */
final class AccessTokenJson {

    static final int DESCRIPTION_LENGTH = 1000;

    private static final int SHORTEST_AGE = 600;
    private static final int LONGEST_AGE = Math.toIntExact(AccessTokens.LONGEST_AGE.toSeconds());
    private static final int MOST_ADDRESSES = 100;
    private static final int MOST_SCOPES = 100;

    private AccessTokenJson() {}

    /** The emulator's own choice: a token that names no age lives as long as it can. */
    static AccessTokens.Order order(Input input) {
        return new AccessTokens.Order(
                input.requiredText("description", DESCRIPTION_LENGTH),
                Duration.ofSeconds(input.integer("max_age_seconds", SHORTEST_AGE, LONGEST_AGE)
                        .orElse(LONGEST_AGE)),
                input.flag("extend_when_used").orElse(false),
                texts(input.array("scopes", MOST_SCOPES)),
                texts(input.array("ip_allowlist", MOST_ADDRESSES)));
    }

    static ObjectNode token(AccessToken token, AccessToken caller) {
        ObjectNode json = Reply.object()
                .put("create_time", ApiTime.seconds(token.createTime()))
                .put("created_manually", token.createdManually())
                .put("currently_active", token.prefix().equals(caller.prefix()))
                .put("description", token.description())
                .put("extend_when_used", token.extendWhenUsed())
                .put("max_age_seconds", token.maxAge().toSeconds())
                .put("token_prefix", token.prefix());
        token.expiryTime().ifPresent(end -> json.put("expiry_time", ApiTime.seconds(end)));
        token.lastUse()
                .ifPresent(
                        use -> json.put("last_used_time", ApiTime.seconds(use)).put("last_ip", "127.0.0.1"));
        token.scopes().forEach(json.putArray("scopes")::add);
        token.ipAllowlist().forEach(json.putArray("ip_allowlist")::add);
        return json;
    }

    static ObjectNode tokens(List<AccessToken> tokens, AccessToken caller) {
        ObjectNode json = Reply.object();
        ArrayNode list = json.putArray("tokens");
        tokens.forEach(token -> list.add(token(token, caller)));
        return json;
    }

    private static List<String> texts(List<JsonNode> elements) {
        return elements.stream()
                .map(element -> {
                    if (!element.isTextual()) {
                        throw Refusal.invalidInput(element + " is not of type 'string'");
                    }
                    return element.textValue();
                })
                .toList();
    }
}
