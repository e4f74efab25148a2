package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTests {

    @Test
    void everyProjectAndServiceHasAPage() {
        assertThat(Console.project("aj-shop")).hasToString("https://console.aiven.io/project/aj-shop/services");
        assertThat(Console.service("aj-shop", "pg"))
                .hasToString("https://console.aiven.io/project/aj-shop/services/pg/overview");
    }
}
