package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.ClickHouseDatabase;
import io.github.aivenjunit.client.model.ClickHouseResult;
import io.github.aivenjunit.client.model.ClickHouseUser;
import io.github.aivenjunit.client.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ClickHouse over HTTP. */
record HttpClickHouse(ApiCalls calls) implements ClickHouseApi {

    private static final String DATABASE = "database";
    private static final String PASSWORD = "password";

    @Override
    public List<ClickHouseDatabase> databases(String project, String service) {
        return calls.call(
                ApiRequest.get(databasesOf(project, service)),
                (json, body) -> json.list(body, "databases", ClickHouseDatabase.class));
    }

    @Override
    public void createDatabase(String project, String service, String database) {
        calls.create(
                ApiRequest.post(databasesOf(project, service), Map.of(DATABASE, database)),
                (json, body) -> {
                    json.discard(body);
                    return true;
                },
                new ApiCalls.Creation<>(
                        () -> hasDatabase(project, service, database) ? Optional.of(true) : Optional.empty(),
                        found -> true));
    }

    @Override
    public void deleteDatabase(String project, String service, String database) {
        calls.delete(
                ApiRequest.delete(databasesOf(project, service).name("database name", database)),
                () -> hasDatabase(project, service, database),
                ApiCalls::notThere);
    }

    @Override
    public List<ClickHouseUser> users(String project, String service) {
        return calls.call(
                ApiRequest.get(usersOf(project, service)),
                (json, body) -> json.list(body, "users", ClickHouseUser.class));
    }

    @Override
    public ClickHouseUser createUser(String project, String service, String name) {
        return create(project, service, name, Map.of("name", name));
    }

    @Override
    public ClickHouseUser createUser(String project, String service, String name, Secret password) {
        return create(project, service, name, Map.of("name", name, PASSWORD, password.reveal()));
    }

    @Override
    public void deleteUser(String project, String service, String uuid) {
        calls.delete(
                ApiRequest.delete(path(project, service, uuid)),
                () -> users(project, service).stream()
                        .anyMatch(user -> user.uuid().equals(uuid)),
                ApiCalls::notThere);
    }

    /** An explicit null has the API make one. */
    @Override
    public Secret resetPassword(String project, String service, String uuid) {
        return calls.call(
                ApiRequest.put(
                        passwordOf(project, service, uuid),
                        Bodies.empty().orNull(PASSWORD, Optional.empty()).done()),
                (json, body) -> json.value(body, PASSWORD, Secret.class));
    }

    @Override
    public void changePassword(String project, String service, String uuid, Secret newPassword) {
        calls.call(ApiRequest.put(passwordOf(project, service, uuid), Map.of(PASSWORD, newPassword.reveal())));
    }

    @Override
    public ClickHouseResult query(String project, String service, String database, String statement) {
        return calls.once(
                ApiRequest.post(
                        ApiPath.service(project, service).plus("/clickhouse/query"),
                        Map.of(DATABASE, database, "query", statement)),
                (json, body) -> json.value(body, ClickHouseResult.class));
    }

    private ClickHouseUser create(String project, String service, String name, Map<String, Object> request) {
        return calls.create(
                ApiRequest.post(usersOf(project, service), request),
                (json, body) -> json.value(body, "user", ClickHouseUser.class),
                new ApiCalls.Creation<>(
                        () -> users(project, service).stream()
                                .filter(user -> user.name().equals(name))
                                .findFirst(),
                        found -> true));
    }

    private boolean hasDatabase(String project, String service, String database) {
        return databases(project, service).stream()
                .anyMatch(
                        found -> found.name().equals(database) && !found.state().equals("pending_removal"));
    }

    private static ApiPath databasesOf(String project, String service) {
        return ApiPath.service(project, service).plus("/clickhouse/db");
    }

    private static ApiPath usersOf(String project, String service) {
        return ApiPath.service(project, service).plus("/clickhouse/user");
    }

    private static ApiPath passwordOf(String project, String service, String uuid) {
        return path(project, service, uuid).plus("/password");
    }

    private static ApiPath path(String project, String service, String uuid) {
        return usersOf(project, service).name("user id", uuid);
    }
}
