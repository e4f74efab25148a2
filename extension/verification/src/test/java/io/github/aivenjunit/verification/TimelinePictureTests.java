package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.PostgresService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the timeline that the README shows: {@code .github/images/timeline.sh} takes its picture. */
@EnabledIfSystemProperty(named = "timeline.page", matches = ".+")
class TimelinePictureTests {

    @Test
    void eightClassesAgainstScriptedBuildTimes() throws Exception {
        AivenEmulator emulator = AivenEmulator.builder()
                .buildTimes(BuildTimes.fixed(Duration.ofSeconds(2))
                        .with("kafka", Duration.ofSeconds(4))
                        .with("valkey", Duration.ofSeconds(1)))
                .start();
        try (ExtensionRun run = ExtensionRun.on(emulator).with("aiven.run", "build-1742")) {
            run.inALauncherSession(
                    CatalogueTest.class,
                    CheckoutTest.class,
                    CustomerTest.class,
                    InventoryTest.class,
                    InvoiceTest.class,
                    OrderFlowTest.class,
                    SearchTest.class,
                    ShippingTest.class);

            List<Path> pages = run.timelines().stream()
                    .filter(file -> file.toString().endsWith(".html"))
                    .toList();
            assertThat(pages).hasSize(1);
            Files.copy(pages.get(0), Path.of(System.getProperty("timeline.page")), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Tests that take their time, which they spend in the database. */
    abstract static class Slow {

        void work(PostgresService postgres, double seconds) throws Exception {
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_sleep(" + seconds + ")");
            }
        }
    }

    @AivenProject
    @AivenPostgres
    static class CatalogueTest extends Slow {
        @Test
        void lists(PostgresService postgres) throws Exception {
            work(postgres, 0.7);
        }

        @Test
        void finds(PostgresService postgres) throws Exception {
            work(postgres, 0.5);
        }
    }

    @AivenProject
    @AivenPostgres
    @AivenValkey
    static class CheckoutTest extends Slow {
        @Test
        void pays(PostgresService postgres) throws Exception {
            work(postgres, 0.9);
        }

        @Test
        void cancels(PostgresService postgres) throws Exception {
            work(postgres, 0.4);
        }
    }

    @AivenProject
    @AivenPostgres
    static class CustomerTest extends Slow {
        @Test
        void registers(PostgresService postgres) throws Exception {
            work(postgres, 0.8);
        }
    }

    @AivenProject
    @AivenPostgres
    static class InventoryTest extends Slow {
        @Test
        void counts(PostgresService postgres) throws Exception {
            work(postgres, 0.6);
        }

        @Test
        void reserves(PostgresService postgres) throws Exception {
            work(postgres, 0.9);
        }
    }

    @AivenProject
    @AivenPostgres(plan = "business-4")
    static class InvoiceTest extends Slow {
        @Test
        void sums(PostgresService postgres) throws Exception {
            work(postgres, 1.1);
        }
    }

    @AivenProject
    @AivenPostgres
    @AivenKafka
    static class OrderFlowTest extends Slow {
        @Test
        void stores(PostgresService postgres) throws Exception {
            work(postgres, 0.8);
        }

        @Test
        void publishes(PostgresService postgres) throws Exception {
            work(postgres, 0.9);
        }

        @Test
        void replays(PostgresService postgres) throws Exception {
            work(postgres, 0.5);
        }
    }

    @AivenProject
    @AivenPostgres
    static class SearchTest extends Slow {
        @Test
        void ranks(PostgresService postgres) throws Exception {
            work(postgres, 0.7);
        }
    }

    @AivenProject
    @AivenPostgres
    @AivenValkey
    static class ShippingTest extends Slow {
        @Test
        void ships(PostgresService postgres) throws Exception {
            work(postgres, 0.6);
        }

        @Test
        void tracks(PostgresService postgres) throws Exception {
            work(postgres, 0.7);
        }
    }
}
