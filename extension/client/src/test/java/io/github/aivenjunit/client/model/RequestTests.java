package io.github.aivenjunit.client.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTests {

    @Test
    void whatTheApiNeedsMustNotBeBlank() {
        assertThatThrownBy(() -> ProjectCreate.builder(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The project name is blank. Give it a value.");
        assertThatThrownBy(() -> ServiceCreate.builder("", "pg", "startup-4").build())
                .hasMessage("The service name is blank. Give it a value.");
        assertThatThrownBy(() -> ServiceCreate.builder("db", "", "startup-4").build())
                .hasMessage("The service type is blank. Give it a value.");
        assertThatThrownBy(() -> ServiceCreate.builder("db", "pg", "").build())
                .hasMessage("The plan is blank. Give it a value.");
        assertThatThrownBy(() -> ServiceUserCreate.of("")).hasMessage("The user name is blank. Give it a value.");
        assertThatThrownBy(() -> TopicCreate.of(" ")).hasMessage("The topic name is blank. Give it a value.");
        assertThatThrownBy(() -> new KafkaAclCreate("", "*", "*"))
                .hasMessage("The permission is blank. Give it a value.");
        assertThatThrownBy(() -> ConnectorConfig.of("", "x.Sink"))
                .hasMessage("The connector's name is blank. Give it a value.");
        assertThatThrownBy(() -> ConnectorConfig.of("sink", ""))
                .hasMessage("The connector.class of the connector is blank. Give it a value.");
        assertThatThrownBy(() -> ConnectionPoolCreate.of("", "d"))
                .hasMessage("The pool name is blank. Give it a value.");
        assertThatThrownBy(() -> SchemaCreate.avro("")).hasMessage("The schema is blank. Give it a value.");
        assertThatThrownBy(() -> new CompatibilityLevel(""))
                .hasMessage("The compatibility level is blank. Give it a value.");
        assertThatThrownBy(() -> IntegrationCreate.builder("").build())
                .hasMessage("The integration type is blank. Give it a value.");
        assertThatThrownBy(() -> AccessTokenCreate.of("")).hasMessage("The description is blank. Give it a value.");
    }
}
