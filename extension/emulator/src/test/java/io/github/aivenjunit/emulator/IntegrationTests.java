package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationTests {

    private static final String INTEGRATIONS = "/project/orders/integration";
    private static final String CONNECT =
            "'integration_type':'kafka_connect','source_service':'stream','dest_service':'connect'";

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.buildTimes(BuildTimes.fixed(Duration.ofMinutes(10))));

    @BeforeEach
    void createServices() {
        emulator.project("orders");
        emulator.service("orders", "stream", "kafka", "business-4");
        emulator.service("orders", "connect", "kafka_connect", "startup-4");
    }

    private TestEmulator.Answer create(String members) {
        return emulator.post(INTEGRATIONS, "{" + members + "}");
    }

    private String created(String members) {
        TestEmulator.Answer answer = create(members);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return INTEGRATIONS + "/"
                + answer.at("/service_integration/service_integration_id").asText();
    }

    @Test
    void anIntegrationIsActiveOnceBothServicesRun() {
        TestEmulator.Answer answer = create(CONNECT
                + ",'source_endpoint_id':null,'dest_endpoint_id':null,'source_project':null,"
                + "'user_config':{'kafka_connect':{'group_id':'connect'}}");
        assertThat(answer.at("/service_integration/active").asBoolean()).isFalse();
        String path = INTEGRATIONS + "/"
                + answer.at("/service_integration/service_integration_id").asText();

        assertThat(emulator.get(path)
                        .at("/service_integration/integration_status/state/status")
                        .asText())
                .isEqualTo("starting");
        emulator.advance(Duration.ofMinutes(10));

        TestEmulator.Answer running = emulator.get(path);
        assertThat(running.at("/service_integration/active").asBoolean()).isTrue();
        assertThat(running.at("/service_integration/source_service_type").asText())
                .isEqualTo("kafka");
        assertThat(running.at("/service_integration/dest_service").asText()).isEqualTo("connect");
        assertThat(running.at("/service_integration/dest_project").asText()).isEqualTo("orders");
        assertThat(running.at("/service_integration/dest_endpoint_id").isNull()).isTrue();
        assertThat(running.at("/service_integration/user_config/kafka_connect/group_id")
                        .asText())
                .isEqualTo("connect");
        emulator.put("/project/orders/service/connect", "{'powered':false}");
        assertThat(emulator.get(path).at("/service_integration/active").asBoolean())
                .isFalse();
    }

    @Test
    void bothServicesShowIt() {
        String path = created(CONNECT);

        for (String name : new String[] {"stream", "connect"}) {
            String list = emulator.get("/project/orders/service/" + name + "/integration")
                    .at("/service_integrations")
                    .toString();
            assertThat(path)
                    .endsWith(emulator.read("orders", name)
                            .at("/service_integrations/0/service_integration_id")
                            .asText());
            assertThat(emulator.read("orders", name).path("service_integrations"))
                    .hasToString(list);
        }
    }

    @Test
    void itsConfigurationIsReplacedAndItIsDeleted() {
        String path = created(CONNECT + ",'user_config':{'a':1}");

        assertThat(emulator.put(path, "{'user_config':{'b':2}}")
                        .at("/service_integration/user_config")
                        .toString())
                .isEqualTo("{\"b\":2}");
        assertThat(emulator.put(path, "{}").message())
                .isEqualTo("400 Invalid input: 'user_config' is a required property");
        assertThat(emulator.delete(path).text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.delete(path).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Service integration not found\",\"status\":404,"
                        + "\"error_code\":\"service_integration_not_found\"}],"
                        + "\"message\":\"Service integration not found\"}");
        assertThat(emulator.read("orders", "stream").path("service_integrations"))
                .isEmpty();
    }

    @Test
    void itGoesWithOneOfItsServices() {
        String path = created(CONNECT);

        emulator.delete("/project/orders/service/connect");

        assertThat(emulator.get(path).status()).isEqualTo(404);
        assertThat(emulator.read("orders", "stream").path("service_integrations"))
                .isEmpty();
    }

    @Test
    void aNewOneIsNotFoundAtFirstWhenReadsLag() {
        emulator.emulator().inject(new Fault.IntegrationLag(2));
        String path = created(CONNECT);

        assertThat(emulator.get(path).status()).isEqualTo(404);
        assertThat(emulator.get(path).status()).isEqualTo(404);
        assertThat(emulator.get(path).status()).isEqualTo(200);
    }

    @Test
    void aServiceIsCreatedWithItsIntegrations() {
        emulator.service(
                "orders",
                "{'service_name':'second','service_type':'kafka_connect','plan':'startup-4','service_integrations':"
                        + "[{'integration_type':'kafka_connect','source_service':'stream'}]}");

        assertThat(emulator.read("orders", "second")
                        .at("/service_integrations/0/source_service")
                        .asText())
                .isEqualTo("stream");
        assertThat(emulator.read("orders", "stream")
                        .at("/service_integrations/0/dest_service")
                        .asText())
                .isEqualTo("second");
        assertThat(emulator.post(
                                "/project/orders/service",
                                "{'service_name':'third','service_type':'pg','plan':'startup-4','service_integrations':"
                                        + "[{'integration_type':'kafka_connect','source_service':'stream'}]}")
                        .message())
                .isEqualTo("400 Integration of type 'kafka_connect' is not possible from 'kafka' to 'pg'");
        assertThat(emulator.get("/project/orders/service/third").status()).isEqualTo(404);
    }

    @Test
    void itsEndsCanBeInTwoProjects() {
        emulator.project("search");
        emulator.service("search", "logs", "opensearch", "startup-4");

        String path = created(
                "'integration_type':'logs','source_service':'stream','dest_project':'search','dest_service':'logs'");

        String id = path.substring(path.lastIndexOf('/'));
        assertThat(emulator.get("/project/search/integration" + id).status()).isEqualTo(200);
        emulator.project("third");
        assertThat(emulator.get("/project/third/integration" + id).status()).isEqualTo(404);
        assertThat(emulator.read("search", "logs").path("service_integrations")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'source_service':'stream'|400 Invalid input: 'integration_type' is a required property",
                "'integration_type':'logs','dest_service':'connect'|400 Either 'source_service' or 'source_endpoint_id' is required",
                "'integration_type':'logs','source_service':'stream'|400 Either 'dest_service' or 'dest_endpoint_id' is required",
                "'integration_type':'logs','source_service':'nobody','dest_service':'connect'|404 Service nobody does not exist",
                "'integration_type':'logs','source_service':'stream','dest_endpoint_id':'x'|404 Service integration endpoint not found",
                "'integration_type':'logs','source_service':'stream','source_endpoint_id':'x','dest_service':'connect'|400 Only one of 'source_service' and 'source_endpoint_id' can be given",
                "'integration_type':'logs','source_service':'stream','dest_service':'stream'|400 Integration of type 'logs' is not possible from 'kafka' to 'kafka'",
                "'integration_type':'kafka_connect','source_service':'connect','dest_service':'stream'|400 Integration of type 'kafka_connect' is not possible from 'kafka_connect' to 'kafka'",
                "'integration_type':'read_replica','source_service':'stream','dest_service':'connect'|400 Integration of type 'read_replica' is not possible from 'kafka' to 'kafka_connect'"
            })
    void badOrdersAreRefused(String members, String message) {
        assertThat(create(members).message()).isEqualTo(message);
    }

    @Test
    void unknownTypesAndRepetitionsAreRefused() {
        assertThat(create("'integration_type':'magic','source_service':'stream','dest_service':'connect'")
                        .message())
                .startsWith("400 Invalid input: 'magic' is not one of ['alertmanager', ");
        created(CONNECT);
        assertThat(create(CONNECT).message()).isEqualTo("409 Service integration already exists");
    }
}
