package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import java.util.Map;
import java.util.Optional;

/** Service users over HTTP. */
record HttpServiceUsers(ApiCalls calls) implements ServiceUserApi {

    private static final String OPERATION = "operation";
    private static final String RESET = "reset-credentials";

    @Override
    public ServiceUser create(String project, String service, ServiceUserCreate request) {
        return calls.create(
                ApiRequest.post(usersOf(project, service), Bodies.user(request)),
                reader(),
                new ApiCalls.Creation<>(() -> find(project, service, request.username()), found -> true));
    }

    @Override
    public ServiceUser get(String project, String service, String username) {
        return calls.call(read(project, service, username), reader());
    }

    @Override
    public Optional<ServiceUser> find(String project, String service, String username) {
        return calls.find(read(project, service, username), reader());
    }

    @Override
    public ServiceUser resetPassword(String project, String service, String username) {
        return change(project, service, username, Map.of(OPERATION, RESET));
    }

    @Override
    public ServiceUser changePassword(String project, String service, String username, Secret newPassword) {
        return change(project, service, username, Map.of(OPERATION, RESET, "new_password", newPassword.reveal()));
    }

    @Override
    public void delete(String project, String service, String username) {
        calls.delete(
                ApiRequest.delete(path(project, service, username)),
                () -> find(project, service, username).isPresent(),
                failure -> ApiCalls.notThere(failure) || unknownUser(failure));
    }

    /** The answer is the whole service, and its secrets can be redacted, which reading the user is not. */
    private ServiceUser change(String project, String service, String username, Map<String, Object> body) {
        Service changed = calls.call(
                ApiRequest.put(path(project, service, username), body),
                (json, answer) -> json.value(answer, "service", Service.class));
        return changed.users().stream()
                .filter(user -> user.username().equals(username))
                .filter(user ->
                        user.password().filter(password -> !password.redacted()).isPresent())
                .findFirst()
                .orElseGet(() -> get(project, service, username));
    }

    /** Aiven API: an unknown user is a 403, by its text. */
    private static boolean unknownUser(AivenApiException failure) {
        return failure instanceof AivenApiException.Forbidden
                && failure.apiMessage().contains("does not exist");
    }

    private static ApiRequest read(String project, String service, String username) {
        return ApiRequest.get(path(project, service, username)).includingSecrets();
    }

    private static ApiPath usersOf(String project, String service) {
        return ApiPath.service(project, service).plus("/user");
    }

    private static ApiPath path(String project, String service, String username) {
        return usersOf(project, service).name("user name", username);
    }

    private static ApiExchange.Reader<ServiceUser> reader() {
        return (json, body) -> json.value(body, "user", ServiceUser.class);
    }
}
