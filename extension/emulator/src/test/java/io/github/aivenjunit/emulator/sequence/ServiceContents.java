package io.github.aivenjunit.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.sequence.Conversation.Answer;
import io.github.aivenjunit.emulator.sequence.World.ServiceModel;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Users, databases and topics. Whether a service takes one depends on its type and state; what is answered has to fit
 * what is there afterwards.
 */
final class ServiceContents {

    private static final Set<String> WITH_DATABASES = Set.of("pg", "mysql");

    private final Conversation api;

    ServiceContents(Conversation api) {
        this.api = api;
    }

    /** Whether it was done. */
    boolean change(Action action, ServiceModel service, Random random) {
        String name = "thing_" + random.nextInt(4);
        String users = service.path() + "/user";
        String databases = service.path() + "/db";
        String topics = service.path() + "/topic";
        return switch (action) {
            case CREATE_USER ->
                create(users, "{'username':'" + name + "'}", name, service.users) && found(users + "/" + name);
            case RESET_USER ->
                service.users.contains(name)
                        && api.call("PUT", users + "/" + name, "{'operation':'reset-credentials'}")
                                .isSuccess();
            case DELETE_USER -> delete(users, name, service.users);
            case CREATE_DATABASE ->
                WITH_DATABASES.contains(service.type)
                        && create(databases, "{'database':'" + name + "'}", name, service.databases)
                        && listed(databases, "/databases", "database_name", service.databases);
            case DELETE_DATABASE ->
                WITH_DATABASES.contains(service.type)
                        && delete(databases, name, service.databases)
                        && listed(databases, "/databases", "database_name", service.databases);
            case CREATE_TOPIC ->
                service.type.equals("kafka")
                        && create(topics, "{'topic_name':'" + name + "','partitions':2}", name, service.topics);
            case CHANGE_TOPIC ->
                service.topics.contains(name)
                        && api.call("PUT", topics + "/" + name, "{'partitions':3}")
                                .isSuccess();
            case DELETE_TOPIC -> service.type.equals("kafka") && delete(topics, name, service.topics);
            default -> throw new IllegalStateException(action + " is nothing inside a service.");
        };
    }

    private boolean create(String collection, String body, String name, Set<String> known) {
        Answer answer = api.call("POST", collection, body);
        Broken.unless(!(answer.isSuccess() && known.contains(name)), () -> collection + " took a second " + name);
        if (answer.isSuccess()) {
            known.add(name);
        }
        return answer.isSuccess();
    }

    private boolean delete(String collection, String name, Set<String> known) {
        Answer answer = api.call("DELETE", collection + "/" + name, "");
        Broken.unless(
                !answer.isSuccess() || known.contains(name),
                () -> collection + " deleted " + name + ", which was not there");
        if (answer.isSuccess()) {
            known.remove(name);
        }
        return answer.isSuccess();
    }

    private boolean found(String path) {
        Invariants.same("GET " + path + " of something created", api.get(path).status(), 200);
        return true;
    }

    private boolean listed(String path, String array, String field, Set<String> expected) {
        Answer answer = api.get(path);
        if (answer.isSuccess()) {
            Set<String> names = new TreeSet<>();
            for (JsonNode element : answer.at(array)) {
                Optional.of(element.path(field).asText())
                        .filter(name -> name.startsWith("thing_"))
                        .ifPresent(names::add);
            }
            Invariants.same("list of " + path, names, expected);
        }
        return answer.isSuccess();
    }
}
