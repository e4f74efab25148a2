package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.ReceivedRequest;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.spec.ServiceSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Classes that share a service have something in it that nobody else has, and it goes with the class. */
class IsolationTests {

    private static final String SEEN = "seen";

    /** More than one answer of a scan. */
    private static final int KEYS = 250;

    @Test
    void everyClassHasDatabasesOfItsOwn() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results =
                    run.succeeds(3, OrderTestCase.class, SecondOrderTestCase.class, BillingTestCase.class);

            List<String> databases = ExtensionRun.reported(results, SEEN);
            assertThat(databases).hasSize(6).doesNotHaveDuplicates();
            assertThat(run.creations()).isEqualTo(1);
            assertThat(deleted(run, "ServiceDatabaseDelete")).containsExactlyInAnyOrderElementsOf(databases);
        }
    }

    @Test
    void everyClassHasTopicsAndKeysOfItsOwn() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(2, StreamTestCase.class, SecondStreamTestCase.class);

            List<String> topics = ExtensionRun.reported(results, SEEN);
            assertThat(topics).hasSize(4).doesNotHaveDuplicates();
            assertThat(run.creations()).isEqualTo(1);
            assertThat(deleted(run, "ServiceKafkaTopicDelete")).containsExactlyInAnyOrderElementsOf(topics);
        }
    }

    @Test
    void whatAClassHadIsGoneWhenItEnds() throws IOException {
        Leftovers leftovers = Leftovers.before();
        try (AivenSession session = AivenSession.open(Configuration.of(List.of()))) {
            try (ProvisionedProject first = session.plan(valkeyAndPostgres("First"))) {
                ValkeyService valkey = first.provision().service(ValkeyService.class);
                for (int key = 0; key < KEYS; key++) {
                    assertThat(ask(valkey, "SET", valkey.key("k" + key), "v")).isEqualTo("+OK");
                }
                assertThat(ask(valkey, "SET", "somebodys", "v")).isEqualTo("+OK");
            }
            try (ProvisionedProject second = session.plan(valkeyAndPostgres("Second"))) {
                EphemeralProject project = second.provision();
                PostgresService postgres = project.service(PostgresService.class);

                assertThat(ask(project.service(ValkeyService.class), "DBSIZE")).isEqualTo(":1");
                assertThat(postgres.current().databases())
                        .containsExactlyInAnyOrder(
                                "defaultdb",
                                postgres.prefix() + "orders",
                                postgres.database().database());
                assertThat(postgres.databases())
                        .containsExactlyInAnyOrder(
                                postgres.prefix() + "orders",
                                postgres.database().database());
            }
            assertThat(session.report()).hasSize(1);
        }
        leftovers.assertNone();
    }

    private static ProjectSpec valkeyAndPostgres(String label) {
        return ProjectSpec.builder(label)
                .scope(Scope.RUN)
                .isolation(Isolation.PER_CLASS)
                .service(ServiceSpec.builder("valkey", "startup-4").build())
                .service(ServiceSpec.builder("pg", "startup-4")
                        .databases("orders")
                        .build())
                .build();
    }

    @Test
    void aDatabaseNameThatIsTooLongIsRefusedBeforeAnythingIsCreated() {
        try (AivenSession session = AivenSession.open(Configuration.of(List.of()));
                ProvisionedProject project = session.plan(ProjectSpec.builder("First")
                        .scope(Scope.RUN)
                        .isolation(Isolation.PER_CLASS)
                        .service(ServiceSpec.builder("pg", "startup-4")
                                .databases("a23456789b123456789c123456789d")
                                .build())
                        .build())) {
            assertThatExceptionOfType(InvalidSpecException.class)
                    .isThrownBy(project::provision)
                    .satisfies(refused -> assertThat(refused.getMessage())
                            .matches("Database 'a23456789b123456789c123456789d' would be"
                                    + " 'first_[a-z0-9]{6}_a23456789b123456789c123456789d' in the shared service, which"
                                    + " is too long. Shorten it in 'databases' by 3 characters, or set 'isolation' to"
                                    + " NONE\\."));
            assertThat(session.report()).isEmpty();
        }
    }

    private static List<String> deleted(ExtensionRun run, String operation) {
        return run.emulator().requests().stream()
                .filter(request ->
                        request.operationId().filter(operation::equals).isPresent())
                .map(ReceivedRequest::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    @AivenProject(scope = Scope.RUN, isolation = Isolation.PER_CLASS)
    @AivenPostgres(databases = "orders", extensions = "pg_trgm")
    static class OrderTestCase {
        @Test
        void hasItsOwn(PostgresService postgres, TestReporter reporter) throws SQLException {
            storesAlone(postgres, "orders", reporter);
        }
    }

    static class SecondOrderTestCase extends OrderTestCase {}

    @AivenProject(scope = Scope.RUN, isolation = Isolation.PER_CLASS)
    @AivenPostgres(databases = "billing", extensions = "pg_trgm")
    static class BillingTestCase {
        @Test
        void hasItsOwn(PostgresService postgres, TestReporter reporter) throws SQLException {
            storesAlone(postgres, "billing", reporter);
        }
    }

    private static void storesAlone(PostgresService postgres, String declared, TestReporter reporter)
            throws SQLException {
        for (Connection connection : List.of(postgres.connect(), postgres.connect(declared))) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                // It would be there already if another class had the same database.
                statement.execute("create table item(name text)");
                try (ResultSet row = statement.executeQuery("select current_database(), similarity('a', 'a')")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1) + "_").startsWith(postgres.prefix());
                    reporter.publishEntry(SEEN, row.getString(1));
                }
            }
        }
        assertThat(postgres.prefix()).matches("[a-z]{1,12}_[a-z0-9]{6}_");
        assertThat(postgres.uri()).contains("/" + postgres.database().database() + "?");
        assertThat(postgres.database("defaultdb")).isEqualTo(postgres.database());
    }

    @AivenProject(scope = Scope.RUN, isolation = Isolation.PER_CLASS)
    @AivenKafka(topics = @AivenTopic(name = "orders"))
    @AivenValkey
    static class StreamTestCase {
        @Test
        void hasItsOwn(KafkaService kafka, ValkeyService valkey, TestReporter reporter) throws Exception {
            kafka.createTopic("late");
            String topic = kafka.topic("orders");
            KafkaRecords.write(kafka.certificate().producer(), topic, topic);

            assertThat(KafkaRecords.read(kafka.certificate().consumer(kafka.prefix() + "readers"), topic, 1))
                    .containsExactly(topic);
            assertThat(kafka.topics()).containsExactlyInAnyOrder(topic, kafka.topic("late"));
            kafka.topics().forEach(name -> reporter.publishEntry(SEEN, name));
            assertThat(ask(valkey, "INCR", valkey.key("count"))).isEqualTo(":1");
        }
    }

    static class SecondStreamTestCase extends StreamTestCase {}

    private static String ask(ValkeyService valkey, String... command) throws IOException {
        try (Socket server = valkey.sslContext().getSocketFactory().createSocket(valkey.host(), valkey.port());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String request =
                    "AUTH " + valkey.user() + " " + valkey.password() + "\r\n" + String.join(" ", command) + "\r\n";
            server.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            server.getOutputStream().flush();
            assertThat(answers.readLine()).isEqualTo("+OK");
            return answers.readLine();
        }
    }
}
