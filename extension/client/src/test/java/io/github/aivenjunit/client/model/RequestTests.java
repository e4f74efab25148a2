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
    }
}
