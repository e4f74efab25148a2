package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenProjectExtension;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same without annotations, for values that are known only at run time. */
class ProgrammaticTest {

    @RegisterExtension
    static final AivenProjectExtension AIVEN = AivenProjectExtension.builder()
            .expiresAfter(Duration.ofMinutes(90))
            .service(ServiceSpec.builder("pg", "startup-4")
                    .name("orders")
                    .databases("orders")
                    .build())
            .build();

    @Test
    void hasTheService(PostgresService orders) {
        assertThat(orders.databases()).contains("orders");
    }

    @Test
    void createsAnother(EphemeralProject project) {
        project.createService(
                ServiceSpec.builder("pg", "startup-4").name("scratch").build());

        assertThat(project.service("scratch", PostgresService.class).host()).isNotBlank();
    }
}
