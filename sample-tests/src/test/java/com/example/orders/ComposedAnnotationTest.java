package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import org.junit.jupiter.api.Test;

/** An annotation of one's own that says it all. */
@OrderPlatform
class ComposedAnnotationTest {

    @Test
    void hasTheTeamsPlatform(EphemeralProject project, PostgresService orders) {
        assertThat(project.tags()).containsEntry("team", "orders");
        assertThat(orders.cloud()).isEqualTo("aws-eu-west-1");
        assertThat(orders.databases()).contains("orders");
    }
}
