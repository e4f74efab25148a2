package io.github.aivenjunit.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.sequence.Conversation.Answer;
import java.util.List;
import java.util.Random;

/** Requests that the API must refuse, whatever exists. */
final class InvalidRequest {

    private static final List<String> NO_TEXT = List.of("5", "[]", "{}", "true", "null", "''");
    private static final List<String> NO_OBJECT = List.of("5", "'x'", "[]", "true", "{'a':5}", "{'a':{}}");
    private static final List<String> NO_FLAG = List.of("5", "'maybe'", "[]", "{}");
    private static final List<String> NO_LIST = List.of("5", "'x'", "{}", "true", "[5]");
    private static final List<String> NO_BODY = List.of("{", "[]", "5", "'x'", "null", "{'a'}", "nul");
    private static final List<String> ODD_PATHS = List.of(
            "/nothing",
            "/project/no-such-project",
            "/project/no-such-project/service",
            "/project/%00",
            "/project/..%2F..%2Fetc",
            "/organization/org-none",
            "/account/a-none",
            "/billing-group/none");

    private final Conversation api;

    InvalidRequest(Conversation api) {
        this.api = api;
    }

    /** Sends one below a project, or below one of its services where there is one. */
    void send(Random random, String project, String service) {
        refused(
                switch (random.nextInt(10)) {
                    case 0 -> api.get(any(ODD_PATHS, random));
                    case 1 -> api.call("POST", "/project", "{'project':" + any(NO_TEXT, random) + "}");
                    case 2 -> api.call("POST", "/project", any(NO_BODY, random));
                    case 3 -> api.call("PUT", project + "/tags", "{'tags':" + any(NO_OBJECT, random) + "}");
                    case 4 -> api.call("POST", project + "/service", badOrder(random));
                    case 5 -> api.call("PUT", service, badChange(random));
                    case 6 -> api.call(any(List.of("PATCH", "POST"), random), service, "{}");
                    case 7 -> api.call("POST", service + "/user", "{'username':" + any(NO_TEXT, random) + "}");
                    case 8 ->
                        api.call("POST", project + "/integration", "{'integration_type':" + any(NO_TEXT, random) + "}");
                    default -> api.call(any(List.of("GET", "DELETE"), random), service + unknown(random), "");
                });
    }

    private static String badOrder(Random random) {
        String name = "'service_name':'odd-" + random.nextInt(1000) + "'";
        return switch (random.nextInt(8)) {
            case 0 -> "{'service_name':" + any(NO_TEXT, random) + ",'service_type':'pg','plan':'startup-4'}";
            case 1 -> "{" + name + ",'service_type':" + any(NO_TEXT, random) + ",'plan':'startup-4'}";
            case 2 -> "{" + name + ",'service_type':'pg','plan':" + any(NO_TEXT, random) + "}";
            case 3 -> "{" + name + ",'service_type':'pg','plan':'startup-4','tags':" + any(NO_OBJECT, random) + "}";
            case 4 -> "{" + name + ",'service_type':'pg','plan':'startup-4','user_config':5}";
            case 5 -> "{" + name + ",'service_type':'cobol','plan':'startup-4'}";
            case 6 -> "{" + name + ",'service_type':'pg','plan':'startup-4','cloud':'moon-crater1'}";
            default ->
                "{" + name + ",'service_type':'pg','plan':'startup-4','service_integrations':" + any(NO_LIST, random)
                        + "}";
        };
    }

    private static String badChange(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "{'powered':" + any(NO_FLAG, random) + "}";
            case 1 -> "{'plan':" + any(List.of("5", "[]", "'none'"), random) + "}";
            case 2 -> "{'termination_protection':" + any(NO_FLAG, random) + "}";
            case 3 -> "{'cloud':'moon-crater1'}";
            default -> any(NO_BODY, random);
        };
    }

    private static String unknown(Random random) {
        return any(List.of("/nothing", "/user/nobody", "/db/none", "/topic/none", "/connection_pool/none"), random);
    }

    private static void refused(Answer answer) {
        // A Kafka that is being built says so before it looks for a topic.
        boolean notYet = answer.status() == 503;
        Broken.unless(
                notYet || (answer.status() >= 400 && answer.status() < 500), () -> "an invalid request got " + answer);
        JsonNode first = answer.at("/errors/0");
        Invariants.same("errors[0].status", first.path("status").asInt(), answer.status());
        Invariants.same("message", answer.at("/message"), first.path("message"));
        Broken.unless(!first.path("message").asText().isEmpty(), () -> "a refusal without a message: " + answer.json());
    }

    private static String any(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
