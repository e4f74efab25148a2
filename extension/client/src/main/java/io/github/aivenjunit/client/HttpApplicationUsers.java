package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.ApplicationUser;
import io.github.aivenjunit.client.model.NewAccessToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Application users over HTTP. */
record HttpApplicationUsers(ApiCalls calls) implements ApplicationUserApi {

    @Override
    public List<ApplicationUser> list(String organizationId) {
        return calls.call(
                ApiRequest.get(usersOf(organizationId)),
                (json, body) -> json.list(body, "application_users", ApplicationUser.class));
    }

    @Override
    public Optional<ApplicationUser> find(String organizationId, String userId) {
        return calls.find(ApiRequest.get(path(organizationId, userId)), reader());
    }

    @Override
    public ApplicationUser create(String organizationId, String name) {
        return calls.once(ApiRequest.post(usersOf(organizationId), Map.of("name", name)), reader());
    }

    @Override
    public ApplicationUser rename(String organizationId, String userId, String name) {
        return calls.call(ApiRequest.patch(path(organizationId, userId), Map.of("name", name)), reader());
    }

    @Override
    public void delete(String organizationId, String userId) {
        calls.delete(
                ApiRequest.delete(path(organizationId, userId)),
                () -> find(organizationId, userId).isPresent(),
                ApiCalls::notThere);
    }

    @Override
    public List<AccessToken> tokens(String organizationId, String userId) {
        return calls.call(
                ApiRequest.get(tokensOf(organizationId, userId)),
                (json, body) -> json.list(body, "tokens", AccessToken.class));
    }

    @Override
    public NewAccessToken createToken(String organizationId, String userId, AccessTokenCreate request) {
        return calls.once(
                ApiRequest.post(tokensOf(organizationId, userId), Bodies.accessToken(request)),
                (json, body) -> json.value(body, NewAccessToken.class));
    }

    @Override
    public void revokeToken(String organizationId, String userId, String tokenPrefix) {
        calls.delete(
                ApiRequest.delete(tokensOf(organizationId, userId).name("token prefix", tokenPrefix)),
                () -> tokens(organizationId, userId).stream()
                        .anyMatch(token -> token.tokenPrefix().equals(tokenPrefix)),
                ApiCalls::notThere);
    }

    private static ApiPath usersOf(String organizationId) {
        return ApiPath.organization(organizationId).plus("/application-users");
    }

    private static ApiPath path(String organizationId, String userId) {
        return usersOf(organizationId).name("user id", userId);
    }

    private static ApiPath tokensOf(String organizationId, String userId) {
        return path(organizationId, userId).plus("/access-tokens");
    }

    private static ApiExchange.Reader<ApplicationUser> reader() {
        return (json, body) -> json.value(body, ApplicationUser.class);
    }
}
