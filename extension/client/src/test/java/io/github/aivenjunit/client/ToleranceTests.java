package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.RedactedSecretException;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTests {

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void aBareServiceIsCompleteAndEmpty() {
        Service service = service("{\"service_name\": \"db\"}");

        assertThat(service.serviceType()).isEmpty();
        assertThat(service.state()).isEqualTo(new ServiceState(""));
        assertThat(service.createTime()).isEqualTo(Instant.EPOCH);
        assertThat(service.serviceUri()).isEmpty();
        assertThat(service.serviceUriParams()).isEmpty();
        assertThat(service.connectionInfo()).isEmpty();
        assertThat(service.components()).isEmpty();
        assertThat(service.users()).isEmpty();
        assertThat(service.databases()).isEmpty();
        assertThat(service.tags()).isEmpty();
        assertThat(service.userConfig()).isEmpty();
        assertThat(service.terminationProtection()).isFalse();
    }

    @Test
    void nullIsTheSameAsMissing() {
        assertThat(service("""
                                {"service_name": "db", "service_type": null, "plan": null, "cloud_name": null, "state": null,
                                 "create_time": null, "update_time": null, "service_uri": null, "service_uri_params": null,
                                 "connection_info": null, "components": null, "users": null, "databases": null,
                                 "connection_pools": null, "node_states": null, "backups": null, "tags": null,
                                 "termination_protection": null, "user_config": null, "metadata": null,
                                 "node_count": null, "disk_space_mb": null, "project_vpc_id": null}""")).isEqualTo(service("{\"service_name\": \"db\"}"));
    }

    @Test
    void valuesOfTheWrongTypeCostOnlyThemselves() {
        assertThat(service("""
                                {"service_name": "db", "service_type": {"a": 1}, "plan": ["x"], "state": {"a": [1]},
                                 "create_time": "yesterday", "update_time": {"a": 1}, "service_uri": ["x"],
                                 "service_uri_params": "x", "connection_info": [1], "components": "x", "users": {"a": 1},
                                 "databases": {"a": 1}, "node_states": 7, "backups": true, "tags": ["x"],
                                 "termination_protection": "perhaps", "user_config": "x", "metadata": 7,
                                 "node_count": 99999999999, "disk_space_mb": 99999999999999999999,
                                 "node_memory_mb": "much", "project_vpc_id": {"a": 1}}""")).isEqualTo(service("{\"service_name\": \"db\"}"));
    }

    @Test
    void elementsOfTheWrongTypeCostOnlyThemselves() {
        Service service = service("""
                {"service_name": "db", "databases": ["a", null, {"x": 1}, "b"], "tags": {"a": "1", "b": null, "c": {"x": 1}},
                 "users": [null, 7, {"username": "app"}, {"type": "nameless"}],
                 "components": [{"component": "pg", "port": "12345", "unknown": {"deep": [1]}}, {"port": {"a": 1}}, "x"],
                 "service_uri_params": {"port": 12345, "ssl": true}}""");

        assertThat(service.databases()).containsExactly("a", "b");
        assertThat(service.tags()).isEqualTo(Map.of("a", "1"));
        assertThat(service.users())
                .singleElement()
                .satisfies(user -> assertThat(user.username()).isEqualTo("app"));
        assertThat(service.components()).extracting("port").containsExactly(12345, 0);
        assertThat(service.serviceUriParams()).isEqualTo(Map.of("port", "12345", "ssl", "true"));
    }

    @Test
    void unknownValuesOfEnumerationsSurvive() {
        assertThat(service("{\"service_name\": \"db\", \"state\": \"HIBERNATING\"}")
                        .state())
                .isEqualTo(new ServiceState("HIBERNATING"));
        assertThat(service("{\"service_name\": \"db\", \"state\": \"RUNNING\"}").state())
                .isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void timesAreReadWithAndWithoutFractionAndOffset() {
        assertThat(updated("2018-06-21T10:01:05Z")).isEqualTo("2018-06-21T10:01:05Z");
        assertThat(updated("2018-06-21T10:01:05.000040+00:00")).isEqualTo("2018-06-21T10:01:05.000040Z");
        assertThat(updated("2018-06-21T12:01:05+02:00")).isEqualTo("2018-06-21T10:01:05Z");
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Service service = service(ServiceTests.SERVICE);

        assertThat(service.userConfig()).isUnmodifiable();
        assertThat(service.connectionInfo()).isUnmodifiable();
        assertThat(service.tags()).isUnmodifiable();
        assertThat(service.users()).isUnmodifiable();
        assertThat(service.connectionInfo().get("pg"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isUnmodifiable();
    }

    @Test
    void unknownKeysAreIgnored() {
        api.answers(
                "{\"future\": [{}], \"service\": {\"service_name\": \"db\", \"future\": {\"a\": [1, 2]}}, \"errors\": []}");

        assertThat(api.client().services().get("p1", "db").serviceName()).isEqualTo("db");
    }

    @Test
    void aServiceWithoutANameIsNoService() {
        api.answers("{\"services\": [{\"service_name\": \"db\"}, {\"plan\": \"x\"}]}");

        assertThatThrownBy(() -> api.client().services().list("p1"))
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("services[1] is missing or incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"services\": null}"})
    void anAnswerWithoutAListDoesNotSayThatThereIsNoService(String answer) {
        api.answers(answer);

        assertThatThrownBy(() -> api.client().services().list("p1"))
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("services is missing or incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"projects\": null}"})
    void anAnswerWithoutAListDoesNotSayThatThereIsNoProject(String answer) {
        api.answers(answer);

        assertThatThrownBy(() -> api.client().projects().list())
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("projects is missing or incomplete");
    }

    @Test
    void anEmptyAnswerIsNoPrice() {
        api.answers("");

        assertThatThrownBy(() -> api.client().catalog().price("p1", "pg", "startup-4", "do-ams"))
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("the object is missing or incomplete");
    }

    @Test
    void aRedactedSecretIsThereButCannotBeRevealed() {
        Service service = service(
                "{\"service_name\": \"db\", \"service_uri\": \"postgres://avnadmin:<redacted>@h:1/defaultdb\"}");

        Optional<Secret> uri = service.serviceUri();
        assertThat(uri).isPresent();
        assertThat(uri.get().redacted()).isTrue();
        assertThatThrownBy(uri.get()::reveal).isInstanceOf(RedactedSecretException.class);
    }

    private Instant updated(String time) {
        return service("{\"service_name\": \"db\", \"update_time\": \"" + time + "\"}")
                .updateTime();
    }

    private Service service(String json) {
        api.answers("{\"service\": " + json + "}");
        return api.client().services().get("p1", "db");
    }
}
