package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.NewAccessToken;
import java.util.List;
import java.util.Map;

/** Access tokens over HTTP. */
record HttpAccessTokens(ApiCalls calls) implements AccessTokenApi {

    @Override
    public List<AccessToken> list() {
        return calls.call(ApiRequest.get(tokens()), (json, body) -> json.list(body, "tokens", AccessToken.class));
    }

    @Override
    public NewAccessToken create(AccessTokenCreate request) {
        return calls.once(
                ApiRequest.post(tokens(), Bodies.accessToken(request)),
                (json, body) -> json.value(body, NewAccessToken.class));
    }

    @Override
    public AccessToken update(String tokenPrefix, String description) {
        return calls.call(
                ApiRequest.put(path(tokenPrefix), Map.of("description", description)),
                (json, body) -> json.value(body, AccessToken.class));
    }

    @Override
    public void revoke(String tokenPrefix) {
        calls.delete(
                ApiRequest.delete(path(tokenPrefix)),
                () -> list().stream().anyMatch(token -> token.tokenPrefix().equals(tokenPrefix)),
                ApiCalls::notThere);
    }

    private static ApiPath tokens() {
        return ApiPath.of("/access_token");
    }

    private static ApiPath path(String tokenPrefix) {
        return tokens().name("token prefix", tokenPrefix);
    }
}
