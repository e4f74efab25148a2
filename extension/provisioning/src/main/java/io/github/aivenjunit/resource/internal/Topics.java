package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.TopicCreate;
import io.github.aivenjunit.client.model.TopicState;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Topics of Kafka. Aiven API: a new one cannot be read for up to a minute (404, 501) or is {@code CONFIGURING}, and the
 * list of all topics is cached, so each topic is asked for by itself.
 */
record Topics(AivenClient client, String project, String service) implements RemovableKind<ServiceResource.Topic> {

    /** Terraform's provider waits this refusal out: just after RUNNING not every broker has joined. */
    private static final String TOO_FEW_BROKERS = "Cluster only has";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern SWITCH = Pattern.compile("true|false");

    @Override
    public boolean request(ServiceResource.Topic topic) {
        TopicCreate request =
                TopicCreate.of(topic.name()).withPartitions(topic.partitions()).withConfig(config(topic.config()));
        if (topic.replication().isPresent()) {
            request = request.withReplication(topic.replication().getAsInt());
        }
        try {
            client.topics().create(project, service, request);
            return true;
        } catch (AivenApiException.Conflict e) {
            if (e.apiMessage().contains(TOO_FEW_BROKERS)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean exist(List<ServiceResource.Topic> topics) {
        return topics.stream()
                .allMatch(topic -> client.topics()
                        .find(project, service, topic.name())
                        .filter(found -> found.state().equals(TopicState.ACTIVE))
                        .isPresent());
    }

    @Override
    public void delete(ServiceResource.Topic topic) {
        client.topics().delete(project, service, topic.name());
    }

    @Override
    public boolean gone(List<ServiceResource.Topic> topics) {
        return topics.stream()
                .noneMatch(topic ->
                        client.topics().find(project, service, topic.name()).isPresent());
    }

    /** Aiven API: keys have underscores, and numbers and booleans are none of them text. */
    private static Map<String, Object> config(Map<String, String> settings) {
        Map<String, Object> config = new HashMap<>();
        settings.forEach((key, value) -> config.put(key.replace('.', '_'), typed(key, value.strip())));
        return config;
    }

    private static Object typed(String key, String value) {
        if (WHOLE_NUMBER.matcher(value).matches()) {
            return Long.valueOf(value);
        }
        if (SWITCH.matcher(value).matches()) {
            return Boolean.valueOf(value);
        }
        return key.endsWith(".ratio") ? ratio(value) : value;
    }

    private static Object ratio(String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
