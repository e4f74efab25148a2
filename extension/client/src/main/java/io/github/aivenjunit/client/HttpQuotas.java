package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.KafkaQuota;
import io.github.aivenjunit.client.model.QuotaTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kafka quotas over HTTP. */
record HttpQuotas(ApiCalls calls) implements QuotaApi {

    private static final String USER = "user";
    private static final String CLIENT_ID = "client-id";

    @Override
    public List<KafkaQuota> list(String project, String service) {
        return calls.call(
                ApiRequest.get(quotasOf(project, service)),
                (json, body) -> json.list(body, "quotas", KafkaQuota.class));
    }

    @Override
    public Optional<KafkaQuota> find(String project, String service, QuotaTarget target) {
        return calls.find(
                ApiRequest.get(quotasOf(project, service).plus("/describe")).query(query(target)),
                (json, body) -> json.value(body, "quota", KafkaQuota.class));
    }

    @Override
    public void set(String project, String service, KafkaQuota quota) {
        Map<String, Object> body = Bodies.empty()
                .with(USER, quota.user())
                .with(CLIENT_ID, quota.clientId())
                .with("consumer_byte_rate", quota.consumerByteRate())
                .with("producer_byte_rate", quota.producerByteRate())
                .with("request_percentage", quota.requestPercentage())
                .done();
        calls.call(ApiRequest.post(quotasOf(project, service), body));
    }

    @Override
    public void delete(String project, String service, QuotaTarget target) {
        calls.delete(
                ApiRequest.delete(quotasOf(project, service)).query(query(target)),
                () -> find(project, service, target).isPresent(),
                ApiCalls::notThere);
    }

    private static String query(QuotaTarget target) {
        return Stream.of(parameter(USER, target.user()), parameter(CLIENT_ID, target.clientId()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> parameter(String name, Optional<String> value) {
        return value.map(text -> name + "=" + ApiPath.encoded(text));
    }

    private static ApiPath quotasOf(String project, String service) {
        return ApiPath.service(project, service).plus("/quota");
    }
}
