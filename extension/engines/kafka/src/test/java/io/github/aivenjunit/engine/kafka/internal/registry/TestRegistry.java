package io.github.aivenjunit.engine.kafka.internal.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A registry in a directory, spoken to with single quotes for double ones. */
final class TestRegistry {

    private final RegistryApi api;

    TestRegistry(Path directory) {
        try {
            api = new RegistryApi(directory.resolve("schemas.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String get(String path) {
        return call("GET", path, "");
    }

    String delete(String path) {
        return call("DELETE", path, "");
    }

    /** Status and body, the body with single quotes. */
    String call(String method, String path, String body) {
        return call(Caller.ADMIN, method, path, body);
    }

    String call(Caller caller, String method, String path, String body) {
        String[] parts = path.split("\\?", 2);
        RegistryAnswer answer =
                api.answer(caller, method, parts[0], parts.length > 1 ? parts[1] : "", body.replace('\'', '"'));
        return answer.status() + " " + answer.body().replace("\\\"", "`").replace('"', '\'');
    }

    String register(String subject, String type, String schema) {
        return call("POST", "/subjects/" + subject + "/versions", body(type, schema, "[]"));
    }

    String level(String subject, String level) {
        return call("PUT", "/config/" + subject, "{'compatibility':'" + level + "'}");
    }

    /** The body of a request with a schema, whose quotes are single ones too. */
    static String body(String type, String schema, String references) {
        return "{'schemaType':'" + type + "','schema':'" + schema.replace("'", "\\\"") + "','references':" + references
                + "}";
    }

    static String record(String name, String... fields) {
        return "{'type':'record','name':'" + name + "','fields':[" + String.join(",", fields) + "]}";
    }

    static String field(String name, String type) {
        return "{'name':'" + name + "','type':" + type + "}";
    }

    static String field(String name, String type, String preset) {
        return "{'name':'" + name + "','type':" + type + ",'default':" + preset + "}";
    }
}
