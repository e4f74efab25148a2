package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that take the emulator for an API with a limit. */
class GovernedSessionTests {

    @TempDir
    private Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void aSessionKeepsABudgetAndRemembersHowLongBuildsTook() throws Exception {
        provision(configuration("requestsPerMinute=60000"), "first");

        assertThat(Files.readString(directory.resolve("state").resolve("build-times")))
                .matches("1 \\S+ kafka_mirrormaker startup-1 google-europe-west1 \\d+ \\d+\n"
                        + "1 \\S+ kafka_mirrormaker startup-1 google-europe-west1 \\d+ \\d+\n");
        try (Stream<Path> budgets = Files.list(directory.resolve("state").resolve("budget"))) {
            assertThat(budgets).hasSize(1);
        }
    }

    @Test
    void anApiOnThisHostIsNeitherGovernedNorRemembered() throws Exception {
        provision(configuration(""), "first");

        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void a429ThatOneSessionMeetsHoldsTheOtherUntilItIsOver() throws Exception {
        emulator.inject(
                new Fault.RateLimited(Target.operation("ProjectCreate").once(), Optional.of(Duration.ofSeconds(1))));
        Configuration configuration = configuration("requestsPerMinute=60000");

        provision(configuration, "first");
        provision(configuration, "second");

        assertThat(statuses()).containsOnlyOnce(429);
        assertThat(emulator.projects()).isEmpty();
    }

    private List<Integer> statuses() {
        List<Integer> statuses = new ArrayList<>();
        emulator.requests().forEach(request -> statuses.add(request.status()));
        return statuses;
    }

    private static void provision(Configuration configuration, String name) {
        ServiceSpec one =
                ServiceSpec.builder("kafka_mirrormaker", "startup-1").name("a").build();
        ServiceSpec another =
                ServiceSpec.builder("kafka_mirrormaker", "startup-1").name("b").build();
        try (AivenSession session = AivenSession.open(configuration);
                ProvisionedProject project = session.plan(
                        ProjectSpec.builder(name).service(one).service(another).build())) {
            project.provision();
        }
    }

    private Configuration configuration(String more) throws Exception {
        Path file = Files.writeString(
                directory.resolve("aiven.properties"),
                String.join(
                        "\n",
                        "url=" + emulator.endpoint(),
                        "token=" + emulator.token(),
                        "journal=" + directory.resolve("journal"),
                        "state=" + directory.resolve("state"),
                        "watchdog=off",
                        "sweep=false",
                        "pollInterval=20ms",
                        more));
        return Configuration.of(List.of(ConfigSource.userFile(file)));
    }
}
