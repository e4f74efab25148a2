package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Topic;
import io.github.aivenjunit.client.model.TopicCreate;
import io.github.aivenjunit.client.model.TopicSummary;
import io.github.aivenjunit.client.model.TopicTag;
import io.github.aivenjunit.client.model.TopicUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Topics over HTTP. */
record HttpTopics(ApiCalls calls) implements TopicApi {

    @Override
    public List<TopicSummary> list(String project, String service) {
        return calls.call(
                ApiRequest.get(topicsOf(project, service)),
                (json, body) -> json.list(body, "topics", TopicSummary.class));
    }

    @Override
    public Topic get(String project, String service, String topic) {
        return calls.call(read(project, service, topic), reader());
    }

    @Override
    public Optional<Topic> find(String project, String service, String topic) {
        try {
            return calls.find(read(project, service, topic), reader());
        } catch (AivenApiException.NotReady notYet) {
            return Optional.empty();
        }
    }

    @Override
    public void create(String project, String service, TopicCreate request) {
        Map<String, Object> body = Bodies.empty()
                .with("topic_name", request.topicName())
                .with("partitions", request.partitions())
                .with("replication", request.replication())
                .with("config", nonEmpty(request.config()))
                .with("tags", request.tags().isEmpty() ? Optional.empty() : Optional.of(tags(request.tags())))
                .with("topic_description", request.topicDescription())
                .done();
        calls.create(
                ApiRequest.post(topicsOf(project, service), body),
                (json, answer) -> {
                    json.discard(answer);
                    return true;
                },
                new ApiCalls.Creation<>(() -> isAsAsked(project, service, request), asAsked -> asAsked));
    }

    @Override
    public void update(String project, String service, String topic, TopicUpdate request) {
        Map<String, Object> body = Bodies.empty()
                .with("partitions", request.partitions())
                .with("replication", request.replication())
                .with("config", nonEmpty(request.config()))
                .with("tags", request.tags().map(HttpTopics::tags))
                .with("topic_description", request.topicDescription())
                .done();
        calls.call(ApiRequest.put(path(project, service, topic), body));
    }

    @Override
    public void delete(String project, String service, String topic) {
        calls.delete(
                ApiRequest.delete(path(project, service, topic)),
                () -> isThere(project, service, topic),
                ApiCalls::notThere);
    }

    /** Empty when there is no such topic; one that cannot be read yet is there, and taken for ours. */
    private Optional<Boolean> isAsAsked(String project, String service, TopicCreate asked) {
        try {
            Optional<Topic> found = calls.find(read(project, service, asked.topicName()), reader());
            return found.map(
                    topic -> matches(asked.partitions(), topic.partitions().size())
                            && matches(asked.replication(), topic.replication()));
        } catch (AivenApiException.NotReady notYet) {
            return Optional.of(true);
        }
    }

    private boolean isThere(String project, String service, String topic) {
        try {
            return calls.find(read(project, service, topic), reader()).isPresent();
        } catch (AivenApiException.NotReady notYet) {
            return true;
        }
    }

    private static boolean matches(Optional<Integer> asked, int found) {
        return asked.isEmpty() || asked.get() == found;
    }

    private static Optional<Map<String, Object>> nonEmpty(Map<String, Object> config) {
        return config.isEmpty() ? Optional.empty() : Optional.of(config);
    }

    private static List<Map<String, String>> tags(List<TopicTag> tags) {
        return tags.stream()
                .map(tag -> Map.of("key", tag.key(), "value", tag.value()))
                .toList();
    }

    private static ApiExchange.Reader<Topic> reader() {
        return (json, body) -> json.value(body, "topic", Topic.class);
    }

    private static ApiRequest read(String project, String service, String topic) {
        return ApiRequest.get(path(project, service, topic));
    }

    private static ApiPath topicsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/topic");
    }

    private static ApiPath path(String project, String service, String topic) {
        return topicsOf(project, service).name("topic name", topic);
    }
}
