package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.InjectAiven;
import io.github.aivenjunit.jupiter.Named;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ServiceHandle;
import org.junit.jupiter.api.Test;

/** Two services of one type, told apart by name. */
@AivenProject
@AivenPostgres(name = "orders", databases = "orders")
@AivenPostgres(name = "archive", databases = "archive")
class TwoServicesTest {

    @InjectAiven
    @Named("archive")
    PostgresService archive;

    @Test
    void areDifferentServers(@Named("orders") PostgresService orders) {
        assertThat(orders.port()).isNotEqualTo(archive.port());
        assertThat(orders.databases()).contains("orders").doesNotContain("archive");
    }

    @Test
    void areBothInTheProject(EphemeralProject project) {
        assertThat(project.services()).extracting(ServiceHandle::name).containsExactly("orders", "archive");
    }
}
