package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.Quota;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.Optional;

/** Limits of Kafka clients. They are kept and told, and no broker here enforces them. */
final class KafkaQuotaRoutes {

    private static final String USER = "user";
    private static final String CLIENT_ID = "client-id";
    private static final int USER_LENGTH = 64;
    private static final int CLIENT_LENGTH = 255;
    private static final long MOST_BYTES = 1_073_741_824;
    private static final long MOST_PERCENT = 100;

    private final Platform platform;
    private final KafkaBrokers brokers;

    KafkaQuotaRoutes(Platform platform) {
        this.platform = platform;
        this.brokers = new KafkaBrokers(platform);
    }

    void addTo(Routes routes) {
        String quotas = "/project/{project}/service/{service_name}/quota";
        routes.add("GET", quotas, "ServiceKafkaQuotaList", this::list);
        routes.add("POST", quotas, "ServiceKafkaQuotaCreate", this::put);
        routes.add("DELETE", quotas, "ServiceKafkaQuotaDelete", this::delete);
        routes.add("GET", quotas + "/describe", "ServiceKafkaQuotaDescribe", this::describe);
    }

    private Reply list(Call call) {
        Service service = serving(call);
        ObjectNode answer = Reply.object();
        ArrayNode quotas = answer.putArray("quotas");
        service.kafka().quotas().values().forEach(quota -> quotas.add(json(quota)));
        return Reply.ok(answer);
    }

    private Reply describe(Call call) {
        Service service = serving(call);
        ObjectNode answer = Reply.object();
        answer.set("quota", json(known(service, subject(call))));
        return Reply.ok(answer);
    }

    /** A second quota for the same subject adds to the first, as in Kafka. */
    private Reply put(Call call) {
        Service service = serving(call);
        Input input = call.input();
        Quota quota = new Quota(
                subject(input.filledText(USER, USER_LENGTH), input.filledText(CLIENT_ID, CLIENT_LENGTH)),
                input.number("consumer_byte_rate", 0, MOST_BYTES),
                input.number("producer_byte_rate", 0, MOST_BYTES),
                input.number("request_percentage", 0, MOST_PERCENT));
        service.kafka().quotas().merge(quota.subject(), quota, Quota::with);
        service.touch(platform.now());
        return Reply.message("created");
    }

    private Reply delete(Call call) {
        Service service = serving(call);
        Quota quota = known(service, subject(call));
        service.kafka().quotas().remove(quota.subject());
        service.touch(platform.now());
        return Reply.message("deleted");
    }

    private Service serving(Call call) {
        Service service = brokers.service(call);
        brokers.broker(service);
        return service;
    }

    private static Quota known(Service service, Quota.Subject subject) {
        return Optional.ofNullable(service.kafka().quotas().get(subject))
                .orElseThrow(() -> Refusal.of(404, "Quota does not exist"));
    }

    private static Quota.Subject subject(Call call) {
        return subject(call.query(USER), call.query(CLIENT_ID));
    }

    private static Quota.Subject subject(Optional<String> user, Optional<String> clientId) {
        if (user.isEmpty() && clientId.isEmpty()) {
            throw Refusal.invalidInput("at least one of 'user' and 'client-id' is required");
        }
        return new Quota.Subject(user, clientId);
    }

    /** What is not set is left out: 0 would be a limit. */
    private static ObjectNode json(Quota quota) {
        ObjectNode json = Reply.object();
        quota.subject().user().ifPresent(user -> json.put(USER, user));
        quota.subject().clientId().ifPresent(id -> json.put(CLIENT_ID, id));
        quota.consumerByteRate().ifPresent(rate -> json.put("consumer_byte_rate", rate));
        quota.producerByteRate().ifPresent(rate -> json.put("producer_byte_rate", rate));
        quota.requestPercentage().ifPresent(percentage -> json.put("request_percentage", percentage));
        return json;
    }
}
